package io.roster.imports;

import io.roster.persistence.Documents;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Comparator;

/**
 * A person or group of Roster beside a candidate.
 *
 * @param id the SCIM id
 * @param name what pages call it
 * @param userName of a person; {@code null} for a group
 * @param email of a person, the primary one before others; {@code null} where there is none
 * @param active whether it is active; groups are
 * @param oktaId of the user or group of Okta with which it is linked, or {@code null}
 */
public record RosterSide(String id, String name, String userName, String email, boolean active, String oktaId) {

    static RosterSide person(String id, String name, String userName, boolean active, String document) {
        JsonObject json = Documents.parse(document);
        return new RosterSide(id, name, userName, email(json), active, json.getString("externalId", null));
    }

    static RosterSide group(String id, String name, String document) {
        return new RosterSide(
                id, name, null, null, true, Documents.parse(document).getString("externalId", null));
    }

    /**
     * The email address in a SCIM document.
     *
     * @param document of a User
     * @return the primary address, otherwise the first one, otherwise {@code null}
     */
    public static String email(JsonObject document) {
        JsonArray emails = document.getJsonArray("emails");
        return emails == null
                ? null
                : emails.getValuesAs(JsonObject.class).stream()
                        .min(Comparator.comparing(each -> !each.getBoolean("primary", false)))
                        .map(each -> each.getString("value", null))
                        .orElse(null);
    }
}

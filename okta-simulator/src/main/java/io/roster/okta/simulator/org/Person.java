package io.roster.okta.simulator.org;

import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * A person of the org.
 *
 * @param oktaId Okta's id of the user, sent as externalId
 * @param profile the SCIM attributes that Okta maps, of {@link #MAPPED} those that have a value, in the order sent
 * @param assignment whether the app is assigned
 */
public record Person(String oktaId, JsonObject profile, Assignment assignment) implements OrgItem {
    /** The attributes that the app maps, in the order in which Okta sends them. */
    public static final List<String> MAPPED = List.of(
            "userName",
            "name",
            "emails",
            "title",
            "displayName",
            "nickName",
            "preferredLanguage",
            "locale",
            "timezone",
            "userType",
            "phoneNumbers",
            "addresses",
            Urn.ENTERPRISE_USER);

    /** The name that identifies the person in the app. */
    public String userName() {
        return profile.getString("userName");
    }

    /** The name to show. */
    public String displayName() {
        return profile.getString("displayName");
    }

    /** Whether the person is active in the app. */
    public boolean active() {
        return assignment == Assignment.ASSIGNED;
    }

    /** The same person with another value of one of the {@link #MAPPED} attributes; {@code null} clears it. */
    public Person with(String attribute, JsonValue value) {
        JsonObjectBuilder changed = Json.object();
        for (String name : MAPPED) {
            JsonValue kept = name.equals(attribute) ? value : profile.get(name);
            if (kept != null) {
                changed.add(name, kept);
            }
        }
        return new Person(oktaId, changed.build(), assignment);
    }

    /** The same person with another text in one of the {@link #MAPPED} attributes. */
    public Person with(String attribute, String text) {
        return with(attribute, Json.string(text));
    }

    /** The same person, assigned or not. */
    public Person with(Assignment other) {
        return new Person(oktaId, profile, other);
    }

    /** The same person with all of its mapped attributes replaced, in the order sent. */
    public Person with(JsonObject attributes) {
        JsonObjectBuilder ordered = Json.object();
        MAPPED.stream().filter(attributes::containsKey).forEach(name -> ordered.add(name, attributes.get(name)));
        return new Person(oktaId, ordered.build(), assignment);
    }

    @Override
    public JsonObject toJson() {
        return Json.object()
                .add("oktaId", oktaId)
                .add("assignment", assignment.name())
                .add("profile", profile)
                .build();
    }

    /** Reads what {@link #toJson} wrote. */
    public static Person of(JsonObject json) {
        return new Person(
                json.getString("oktaId"),
                json.getJsonObject("profile"),
                Assignment.valueOf(json.getString("assignment")));
    }
}

package io.roster.user;

import io.roster.persistence.Keys;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that index a person's document: the one place in which they are derived. All other attributes have rows (see
 * {@link io.roster.persistence.ValueTable}).
 *
 * @param userName in the case in which it was given
 * @param userNameKey folded
 * @param externalId the key of externalId, which is caseExact; may be {@code null}
 * @param displayNameKey folded; {@code null} where there is no displayName
 * @param fullName what pages call the person
 * @param fullNameKey folded, for sorting by it
 * @param familyNameKey folded; may be {@code null}
 * @param active whether the person is active
 */
record PersonIndex(
        String userName,
        String userNameKey,
        String externalId,
        String displayNameKey,
        String fullName,
        String fullNameKey,
        String familyNameKey,
        boolean active) {

    private static final int FULL_NAME_LENGTH = 255;

    static PersonIndex of(JsonObject document) {
        String userName = document.getString("userName");
        JsonObject name = document.get("name") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        String fullName = Keys.shortened(fullName(document, name, userName), FULL_NAME_LENGTH);
        return new PersonIndex(
                userName,
                Keys.fold(userName),
                Keys.of(document.getString("externalId", null)),
                Keys.fold(document.getString("displayName", null)),
                fullName,
                Keys.fold(fullName),
                Keys.fold(name.getString("familyName", null)),
                document.getBoolean("active", true));
    }

    private static String fullName(JsonObject document, JsonObject name, String userName) {
        String parts = Stream.of("givenName", "familyName")
                .map(part -> name.getString(part, null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Stream.of(document.getString("displayName", null), name.getString("formatted", null), parts)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(userName);
    }
}

package io.roster.console.imports;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to call the person of a SCIM document. */
final class PersonName {

    private PersonName() {}

    /** The display name, otherwise first and last name; empty where there is none. */
    static String of(JsonObject person) {
        String display = text(person, "displayName");
        if (display != null) {
            return display;
        }
        return person.get("name") instanceof JsonObject name
                ? Stream.of(text(name, "givenName"), text(name, "familyName"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                : "";
    }

    private static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text && !text.getString().isBlank() ? text.getString() : null;
    }
}

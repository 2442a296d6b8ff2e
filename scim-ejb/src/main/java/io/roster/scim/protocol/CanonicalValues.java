package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import jakarta.json.JsonString;
import java.util.stream.Collectors;

/** Values of an attribute that takes none but its canonical ones (RFC 7643 section 2.3.1). */
final class CanonicalValues {

    private static final int NAMED = 10;

    private CanonicalValues() {}

    /** Refuses another value than the canonical ones. One that differs in case, where that does not count, stays as sent. */
    static void require(AttributePath path, JsonString value, Place place) {
        var definition = path.leaf();
        var wanted = definition.comparable(value.getString());
        for (var canonical : definition.canonicalValues()) {
            if (definition.comparable(canonical).equals(wanted)) {
                return;
            }
        }
        throw ScimException.invalidValue(place.of(path) + " must be one of " + named(definition) + ", but it is "
                + Excerpt.of(value.toString()) + ".");
    }

    private static String named(AttributeDefinition definition) {
        var values = definition.canonicalValues();
        var first = values.stream().limit(NAMED).map(Excerpt::of).collect(Collectors.joining("\", \"", "\"", "\""));
        return values.size() > NAMED ? first + " and " + (values.size() - NAMED) + " others" : first;
    }
}

package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.stream.Collectors;

/** Values of an attribute that takes none but its canonical ones (RFC 7643 section 2.3.1). */
final class CanonicalValues {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int NAMED = 10;

    private CanonicalValues() {}

    /** The canonical value that is meant, in its own spelling where case does not count. */
    static JsonValue chosen(AttributePath path, JsonString value, Place place) {
        var definition = path.leaf();
        var wanted = definition.comparable(value.getString());
        for (var canonical : definition.canonicalValues()) {
            if (definition.comparable(canonical).equals(wanted)) {
                return canonical.equals(value.getString()) ? value : JSON.createValue(canonical);
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

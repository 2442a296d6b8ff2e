package io.roster.schema;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributeDefinition.Returned;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributeDefinition.Uniqueness;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an administrator says of an attribute of their own (RFC 7643 section 7). It can be read and written, is returned
 * by default, and its values need not be unique.
 *
 * @param name an attribute name (RFC 7643 section 2.1)
 * @param type string, boolean, integer, decimal, dateTime or reference
 * @param multiValued whether a resource has several values
 * @param required whether a resource that is created or replaced without it is refused
 * @param caseExact whether strings that differ in case only are different
 * @param canonicalValues where there are any, no others are accepted
 * @param description what it means, for administrators and clients; may be empty
 */
public record OwnCharacteristics(
        String name,
        Type type,
        boolean multiValued,
        boolean required,
        boolean caseExact,
        List<String> canonicalValues,
        String description) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = JSON.createBuilderFactory(Map.of());

    /** @return the name in the form in which names are compared */
    public String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** @return the attribute as the schema of the extension has it */
    public AttributeDefinition definition() {
        return new AttributeDefinition(
                name,
                type,
                multiValued,
                description,
                required,
                canonicalValues,
                caseExact,
                Mutability.READWRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                type == Type.REFERENCE ? List.of("external") : List.of(),
                List.of(),
                !canonicalValues.isEmpty());
    }

    static String toText(List<String> values) {
        return BUILDERS.createArrayBuilder(values).build().toString();
    }

    static List<String> fromText(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }
}

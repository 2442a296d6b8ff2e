package io.roster.scim.schema;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A schema: a URN and the attributes it declares (RFC 7643 section 7).
 *
 * @param id the schema's URN
 * @param name human-readable name
 * @param description what the schema is for
 * @param attributes top-level attributes in the order of the schema file
 */
public record Schema(String id, String name, String description, List<AttributeDefinition> attributes) {

    /** The attribute of that name, whatever its case. */
    public Optional<AttributeDefinition> attribute(String attributeName) {
        return AttributeDefinition.find(attributes, attributeName);
    }

    /**
     * The resource that {@code /Schemas/{id}} answers.
     *
     * @param baseUrl absolute URL of the SCIM endpoint without a slash at the end, for {@code meta.location}
     */
    public JsonObject toJson(String baseUrl) {
        return SchemaJson.write(this, baseUrl);
    }
}

package io.roster.scim.schema;

/**
 * A schema that adds attributes to a resource type (RFC 7643 section 6, {@code schemaExtensions}).
 *
 * @param schema the extension; its attributes stand in a JSON object keyed by its URN
 * @param required whether each resource must have attributes of it
 */
public record SchemaExtension(Schema schema, boolean required) {

    /** The extension's URN, which is also its key in a resource. */
    public String urn() {
        return schema.id();
    }
}

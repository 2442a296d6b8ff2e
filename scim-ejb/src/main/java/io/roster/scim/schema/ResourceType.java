package io.roster.scim.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of resource that the service provider serves (RFC 7643 section 6).
 *
 * @param name name and id, as in {@code meta.resourceType}
 * @param endpoint path below the base URL, with a slash in front
 * @param description what such a resource is
 * @param schema the core schema
 * @param extensions schemas that add attributes
 * @param common attributes that every resource has (RFC 7643 section 3.1): schemas, id, externalId, meta
 */
public record ResourceType(
        String name,
        String endpoint,
        String description,
        Schema schema,
        List<SchemaExtension> extensions,
        List<AttributeDefinition> common) {

    /** The core or common attribute of that name, whatever its case; extensions' attributes need their URN. */
    public Optional<AttributeDefinition> attribute(String attributeName) {
        var own = schema.attribute(attributeName);
        return own.isPresent() ? own : AttributeDefinition.find(common, attributeName);
    }

    /** The extension of that URN, whatever its case. */
    public Optional<SchemaExtension> extension(String urn) {
        for (var extension : extensions) {
            if (extension.urn().equalsIgnoreCase(urn)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    /**
     * Resolves attribute notation (RFC 7644 section 3.10): {@code userName}, {@code name.givenName}, {@code
     * urn:…:2.0:User:manager.value}, or an extension's URN alone. URNs contain dots and colons themselves, therefore
     * the known URNs are matched as prefixes and never split.
     *
     * @return empty when the resource type has no such attribute
     */
    public Optional<AttributePath> path(String notation) {
        if (notation.indexOf(':') < 0) {
            return path(null, notation);
        }
        if (isPrefix(schema.id(), notation)) {
            return path(null, notation.substring(schema.id().length() + 1));
        }
        for (var extension : extensions) {
            if (extension.urn().equalsIgnoreCase(notation)) {
                return Optional.of(new AttributePath(extension.urn(), null, null));
            }
            if (isPrefix(extension.urn(), notation)) {
                return path(extension, notation.substring(extension.urn().length() + 1));
            }
        }
        return Optional.empty();
    }

    /**
     * A stored document without the attributes of extensions that are no longer declared: they may have been written in
     * the moment in which their definition was deleted.
     *
     * @return the document itself when all are declared
     */
    public JsonObject declared(JsonObject document) {
        return Declared.of(this, document);
    }

    /** The schemas that a document has attributes of, core first, in the form of the {@code schemas} attribute. */
    public List<String> schemasOf(Map<String, ? extends JsonValue> document) {
        var urns = new ArrayList<String>(1 + extensions.size());
        urns.add(schema.id());
        for (var extension : extensions) {
            if (document.containsKey(extension.urn())) {
                urns.add(extension.urn());
            }
        }
        return urns;
    }

    /**
     * The resource that {@code /ResourceTypes/{name}} answers.
     *
     * @param baseUrl absolute URL of the SCIM endpoint without a slash at the end, for {@code meta.location}
     */
    public JsonObject toJson(String baseUrl) {
        return SchemaJson.write(this, baseUrl);
    }

    private Optional<AttributePath> path(SchemaExtension extension, String names) {
        var dot = names.indexOf('.');
        var first = dot < 0 ? names : names.substring(0, dot);
        var urn = extension == null ? null : extension.urn();
        var attribute =
                extension == null ? attribute(first) : extension.schema().attribute(first);
        if (dot < 0) {
            return attribute.map(a -> new AttributePath(urn, a, null));
        }
        return attribute.flatMap(
                a -> a.subAttribute(names.substring(dot + 1)).map(sub -> new AttributePath(urn, a, sub)));
    }

    private static boolean isPrefix(String urn, String notation) {
        return notation.length() > urn.length()
                && notation.charAt(urn.length()) == ':'
                && notation.regionMatches(true, 0, urn, 0, urn.length());
    }
}

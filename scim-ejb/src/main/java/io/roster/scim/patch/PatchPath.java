package io.roster.scim.patch;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.FilterBinder;
import io.roster.scim.filter.FilterParser;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/**
 * The target of an operation, resolved (RFC 7644 figure 7).
 *
 * @param target attribute, sub-attribute or whole extension
 * @param valueFilter selects values of a multi-valued attribute, null for all of them; its leaves bear full paths that
 *     begin with the attribute, as inside {@link BoundFilter.ValuePath}
 * @param newValue what the filter says of a new value, unchecked, if it is made of equalities only; null otherwise
 */
public record PatchPath(AttributePath target, BoundFilter valueFilter, JsonObject newValue) {

    private static final String VALUE = "value";

    /**
     * Parses a path and resolves it.
     *
     * @throws ScimException 400 invalidPath, or invalidFilter for what is between brackets
     */
    public static PatchPath of(String path, ResourceType type) {
        var plain = type.path(path);
        if (plain.isPresent()) {
            return of(plain.get());
        }
        var parsed = FilterParser.parsePath(path);
        var attribute = type.path(parsed.attrPath().notation())
                .orElseThrow(() -> unknown(parsed.attrPath().notation(), type));
        if (parsed.valFilter() == null) {
            return of(attribute);
        }
        if (attribute.isExtension()
                || attribute.subAttribute() != null
                || !attribute.attribute().multiValued()) {
            throw ScimException.invalidPath(
                    "\"" + attribute + "\" has no list of values, so no filter in brackets can follow it in a path.");
        }
        var selectable = new AttributePath(attribute.extension(), selectable(attribute.attribute()), null);
        var valFilter = ClientTolerance.adapted(selectable.attribute(), parsed.valFilter());
        var filter = FilterBinder.bindValueFilter(valFilter, selectable, type);
        var newValue = attribute.attribute().isComplex() ? ClientTolerance.describedBy(valFilter, attribute) : null;
        if (parsed.subAttr() == null) {
            return new PatchPath(attribute, filter, newValue);
        }
        var sub = attribute
                .attribute()
                .subAttribute(parsed.subAttr())
                .orElseThrow(() -> unknown(attribute + "." + parsed.subAttr(), type));
        return new PatchPath(attribute.with(sub), filter, newValue);
    }

    /**
     * A list of plain values as a filter sees it: each is the "value" of an object (RFC 7644 section 3.5.2.2 compares
     * them so).
     */
    private static AttributeDefinition selectable(AttributeDefinition list) {
        return list.isComplex()
                ? list
                : new AttributeDefinition(
                        list.name(),
                        Type.COMPLEX,
                        true,
                        list.description(),
                        false,
                        List.of(),
                        false,
                        list.mutability(),
                        list.returned(),
                        list.uniqueness(),
                        List.of(),
                        List.of(new AttributeDefinition(
                                VALUE,
                                list.type(),
                                false,
                                list.description(),
                                true,
                                list.canonicalValues(),
                                list.caseExact(),
                                list.mutability(),
                                list.returned(),
                                list.uniqueness(),
                                list.referenceTypes(),
                                List.of(),
                                list.closed())),
                        false);
    }

    /** One value of a list, as the filter of a path to the list sees it. */
    static JsonObject selectable(AttributeDefinition list, JsonValue value) {
        return list.isComplex() ? value.asJsonObject() : JsonObjects.of(Map.of(VALUE, value));
    }

    static PatchPath of(AttributePath target) {
        return new PatchPath(target, null, null);
    }

    /** Whether the path leads to that core or common attribute, or to a part of it. */
    public boolean isOn(String attributeName) {
        return !target.isExtension()
                && target.extension() == null
                && target.attribute().name().equalsIgnoreCase(attributeName);
    }

    /** Whether what the path leads to, or what it is a part of, is the server's to write. */
    boolean isReadOnly() {
        return !target.isExtension()
                && (target.attribute().isReadOnly() || target.leaf().isReadOnly());
    }

    private static ScimException unknown(String notation, ResourceType type) {
        return ScimException.invalidPath("\"" + Excerpt.of(notation) + "\" is not an attribute of " + type.name()
                + " resources. Correct the attribute mapping; /Schemas lists the attributes there are.");
    }
}

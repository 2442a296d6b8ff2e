package io.roster.scim.patch;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.FilterBinder;
import io.roster.scim.filter.FilterParser;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;

/**
 * The target of an operation, resolved (RFC 7644 figure 7).
 *
 * @param target attribute, sub-attribute or whole extension
 * @param valueFilter selects values of a multi-valued attribute, null for all of them; its leaves bear full paths that
 *     begin with the attribute, as inside {@link BoundFilter.ValuePath}
 * @param newValue what the filter says of a new value, unchecked, if it is made of equalities only; null otherwise
 */
public record PatchPath(AttributePath target, BoundFilter valueFilter, JsonObject newValue) {

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
        var filter = FilterBinder.bindValueFilter(parsed.valFilter(), attribute, type);
        var newValue = ClientTolerance.describedBy(parsed.valFilter(), attribute);
        if (parsed.subAttr() == null) {
            return new PatchPath(attribute, filter, newValue);
        }
        var sub = attribute
                .attribute()
                .subAttribute(parsed.subAttr())
                .orElseThrow(() -> unknown(attribute + "." + parsed.subAttr(), type));
        return new PatchPath(attribute.with(sub), filter, newValue);
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

package io.roster.scim.patch;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;

/**
 * The target of an operation, resolved (RFC 7644 figure 7).
 *
 * @param target attribute, sub-attribute or whole extension
 * @param valueFilter selects values of a multi-valued attribute, null for all of them; its leaves bear full paths that
 *     begin with the attribute, as inside {@link BoundFilter.ValuePath}
 */
public record PatchPath(AttributePath target, BoundFilter valueFilter) {

    /**
     * Parses a path and resolves it.
     *
     * @throws io.roster.scim.protocol.ScimException 400 invalidPath, or invalidFilter for what is between brackets
     */
    public static PatchPath of(String path, ResourceType type) {
        throw new UnsupportedOperationException(path + type);
    }

    /** Whether the path leads to that core or common attribute, or to a part of it. */
    public boolean isOn(String attributeName) {
        return !target.isExtension()
                && target.extension() == null
                && target.attribute().name().equalsIgnoreCase(attributeName);
    }
}

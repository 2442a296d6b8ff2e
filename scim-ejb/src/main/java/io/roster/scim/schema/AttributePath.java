package io.roster.scim.schema;

/**
 * Attribute notation (RFC 7644 section 3.10) resolved against a resource type: where in a resource a value stands.
 *
 * @param extension URN of the extension that declares the attribute, null for core and common attributes
 * @param attribute the attribute, null when the path names a whole extension
 * @param subAttribute the sub-attribute, null when the path ends at the attribute
 */
public record AttributePath(String extension, AttributeDefinition attribute, AttributeDefinition subAttribute) {

    /** The definition that the path ends at; null when it names a whole extension. */
    public AttributeDefinition leaf() {
        return subAttribute == null ? attribute : subAttribute;
    }

    /** Whether the path names a whole extension. */
    public boolean isExtension() {
        return attribute == null;
    }

    /** The same attribute with that sub-attribute. */
    public AttributePath with(AttributeDefinition sub) {
        return new AttributePath(extension, attribute, sub);
    }

    /**
     * Canonical notation: {@code emails.value}, {@code urn:…:enterprise:2.0:User:manager.value}; the form to bind
     * columns to.
     */
    public String notation() {
        if (attribute == null) {
            return extension;
        }
        var name = subAttribute == null ? attribute.name() : attribute.name() + "." + subAttribute.name();
        return extension == null ? name : extension + ":" + name;
    }

    @Override
    public String toString() {
        return notation();
    }
}

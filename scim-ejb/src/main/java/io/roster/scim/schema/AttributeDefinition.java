package io.roster.scim.schema;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * One attribute as a schema declares it (RFC 7643 section 7). Attribute names are compared without case (section 2.1).
 *
 * @param name canonical name, in the case in which answers bear it
 * @param type data type of one value
 * @param multiValued whether the JSON value is an array
 * @param description what the attribute means, for administrators
 * @param required whether a resource without it is refused
 * @param canonicalValues the values that are meant, suggestions unless {@code closed}
 * @param caseExact whether two strings that differ in case only are different
 * @param mutability who may write it
 * @param returned when answers bear it
 * @param uniqueness within what a value may occur once
 * @param referenceTypes what a reference may point to; empty for other types
 * @param subAttributes attributes of a complex value; empty for other types
 * @param closed whether other values than {@code canonicalValues} are refused (RFC 7643 section 7 leaves that open)
 */
public record AttributeDefinition(
        String name,
        Type type,
        boolean multiValued,
        String description,
        boolean required,
        List<String> canonicalValues,
        boolean caseExact,
        Mutability mutability,
        Returned returned,
        Uniqueness uniqueness,
        List<String> referenceTypes,
        List<AttributeDefinition> subAttributes,
        boolean closed) {

    /** Data types (RFC 7643 section 2.3); the names are those on the wire in upper case. */
    public enum Type {
        STRING,
        BOOLEAN,
        DECIMAL,
        INTEGER,
        DATETIME,
        BINARY,
        REFERENCE,
        COMPLEX;

        /** Whether values are JSON strings that are compared character by character. */
        public boolean isText() {
            return this == STRING || this == REFERENCE || this == BINARY;
        }
    }

    /** Who may write an attribute (RFC 7643 section 2.2). */
    public enum Mutability {
        READONLY,
        READWRITE,
        IMMUTABLE,
        WRITEONLY
    }

    /** When answers bear an attribute (RFC 7643 section 2.2). */
    public enum Returned {
        ALWAYS,
        NEVER,
        DEFAULT,
        REQUEST
    }

    /** Within what a value may occur once (RFC 7643 section 2.2). */
    public enum Uniqueness {
        NONE,
        SERVER,
        GLOBAL
    }

    /** The sub-attribute of that name, whatever its case. */
    public Optional<AttributeDefinition> subAttribute(String subName) {
        return find(subAttributes, subName);
    }

    public boolean isComplex() {
        return type == Type.COMPLEX;
    }

    public boolean isReadOnly() {
        return mutability == Mutability.READONLY;
    }

    /**
     * A string in the form in which it is compared: as it is when case counts, else folded. Stored index columns
     * hold this form, so that a filter and an index agree.
     */
    public String comparable(String value) {
        return caseExact ? value : Folding.fold(value);
    }

    /** The same attribute, of which nothing is required and whose canonical values are suggestions. */
    public AttributeDefinition lenient() {
        return new AttributeDefinition(
                name,
                type,
                multiValued,
                description,
                false,
                canonicalValues,
                caseExact,
                mutability,
                returned,
                uniqueness,
                referenceTypes,
                subAttributes,
                false);
    }

    /** The attribute as {@code /Schemas} describes it. */
    public JsonObject toJson() {
        return SchemaJson.write(this);
    }

    static Optional<AttributeDefinition> find(List<AttributeDefinition> attributes, String name) {
        for (var attribute : attributes) {
            if (attribute.name.equalsIgnoreCase(name)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }
}

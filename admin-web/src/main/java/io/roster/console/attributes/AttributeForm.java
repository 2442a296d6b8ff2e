package io.roster.console.attributes;

import io.roster.schema.OwnCharacteristics;
import io.roster.scim.schema.AttributeDefinition.Type;
import java.io.Serializable;
import java.util.List;

/** What an administrator typed about an attribute. Its canonical values are typed one a line. */
public class AttributeForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<Type> TYPES =
            List.of(Type.STRING, Type.BOOLEAN, Type.INTEGER, Type.DECIMAL, Type.DATETIME, Type.REFERENCE);

    private String resourceType = "User";
    private String name;
    private Type type = Type.STRING;
    private boolean multiValued;
    private boolean required;
    private boolean caseExact;
    private String canonicalValues;
    private String description;

    void fill(OwnCharacteristics stored) {
        name = stored.name();
        type = stored.type();
        multiValued = stored.multiValued();
        required = stored.required();
        caseExact = stored.caseExact();
        canonicalValues = String.join("\n", stored.canonicalValues());
        description = stored.description();
    }

    OwnCharacteristics characteristics() {
        List<String> values =
                canonicalValues == null ? List.of() : canonicalValues.lines().toList();
        return new OwnCharacteristics(name, type, multiValued, required, caseExact, values, description);
    }

    /** @return the types to choose from */
    public List<Type> getTypes() {
        return TYPES;
    }

    /** @return {@code User} or {@code Group} */
    public String getResourceType() {
        return resourceType;
    }

    /** @param resourceType {@code User}; anything else is {@code Group} */
    public void setResourceType(String resourceType) {
        this.resourceType = "User".equals(resourceType) ? "User" : "Group";
    }

    /** @return the name */
    public String getName() {
        return name;
    }

    /** @param name the name */
    public void setName(String name) {
        this.name = name;
    }

    /** @return the type of a value */
    public Type getType() {
        return type;
    }

    /** @param type the type of a value */
    public void setType(Type type) {
        this.type = type;
    }

    /** @return whether there are several values */
    public boolean isMultiValued() {
        return multiValued;
    }

    /** @param multiValued whether there are several values */
    public void setMultiValued(boolean multiValued) {
        this.multiValued = multiValued;
    }

    /** @return whether it is required */
    public boolean isRequired() {
        return required;
    }

    /** @param required whether it is required */
    public void setRequired(boolean required) {
        this.required = required;
    }

    /** @return whether upper and lower case make a difference */
    public boolean isCaseExact() {
        return caseExact;
    }

    /** @param caseExact whether upper and lower case make a difference */
    public void setCaseExact(boolean caseExact) {
        this.caseExact = caseExact;
    }

    /** @return the values that are accepted, one a line; empty for all */
    public String getCanonicalValues() {
        return canonicalValues;
    }

    /** @param canonicalValues the values that are accepted, one a line; empty for all */
    public void setCanonicalValues(String canonicalValues) {
        this.canonicalValues = canonicalValues;
    }

    /** @return what it means */
    public String getDescription() {
        return description;
    }

    /** @param description what it means */
    public void setDescription(String description) {
        this.description = description;
    }
}

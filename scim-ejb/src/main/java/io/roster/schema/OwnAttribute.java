package io.roster.schema;

import io.roster.scim.schema.AttributeDefinition.Type;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** An attribute that an administrator defined. What decides how its values are stored and compared stays as it was made. */
@Entity
@Table(name = "own_attribute")
public class OwnAttribute {

    @Id
    private String id;

    @Version
    private long version;

    @Column(name = "resource_type")
    private String resourceType;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private Type type;

    @Column(name = "multi_valued")
    private boolean multiValued;

    private boolean required;

    @Column(name = "case_exact")
    private boolean caseExact;

    @Column(name = "canonical_values")
    private String canonicalValues;

    private String description;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "modified_at")
    private Instant modified;

    @Column(name = "modified_by")
    private String modifiedBy;

    protected OwnAttribute() {}

    /**
     * @param id a new id
     * @param resourceType {@code User} or {@code Group}
     * @param characteristics as they are to be
     * @param now when it is made
     * @param by the administrator who makes it
     */
    public OwnAttribute(String id, String resourceType, OwnCharacteristics characteristics, Instant now, String by) {
        this.id = id;
        this.resourceType = resourceType;
        name = characteristics.name();
        nameKey = characteristics.key();
        type = characteristics.type();
        multiValued = characteristics.multiValued();
        caseExact = characteristics.caseExact();
        created = now;
        createdBy = by;
        change(characteristics, now, by);
    }

    /**
     * Changes what may change: whether it is required, its canonical values and its description.
     *
     * @param characteristics as they are to be; the others of them are not looked at
     * @param now when
     * @param by the administrator who changes it
     */
    public void change(OwnCharacteristics characteristics, Instant now, String by) {
        required = characteristics.required();
        canonicalValues = OwnCharacteristics.toText(characteristics.canonicalValues());
        description = characteristics.description();
        modified = now;
        modifiedBy = by;
    }

    /** @return what it is like */
    public OwnCharacteristics getCharacteristics() {
        List<String> canonical = OwnCharacteristics.fromText(canonicalValues);
        return new OwnCharacteristics(name, type, multiValued, required, caseExact, canonical, description);
    }

    /** @return a UUID */
    public String getId() {
        return id;
    }

    /** @return grows with every change */
    public long getVersion() {
        return version;
    }

    /** @return {@code User} or {@code Group} */
    public String getResourceType() {
        return resourceType;
    }

    /** @return when it was made */
    public Instant getCreated() {
        return created;
    }

    /** @return the administrator who made it */
    public String getCreatedBy() {
        return createdBy;
    }

    /** @return when it was last changed */
    public Instant getModified() {
        return modified;
    }

    /** @return the administrator who last changed it */
    public String getModifiedBy() {
        return modifiedBy;
    }
}

package io.roster.telephony;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A range of extensions, such as those of a site. Each of its extensions is a row of its own. */
@Entity
@Table(name = "extension_range")
public class ExtensionRange {

    @Id
    private String id;

    @Version
    private long version;

    private String name;

    @Column(name = "first_extension")
    private String first;

    @Column(name = "last_extension")
    private String last;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "created_by")
    private String createdBy;

    protected ExtensionRange() {}

    ExtensionRange(String id, String name, ExtensionSpan span, Instant created, String createdBy) {
        this.id = id;
        this.created = created;
        this.createdBy = createdBy;
        store(name, span);
    }

    final void store(String newName, ExtensionSpan span) {
        name = newName;
        first = span.first();
        last = span.last();
    }

    ExtensionSpan span() {
        return new ExtensionSpan(first, last);
    }

    /** @return a UUID */
    public String getId() {
        return id;
    }

    /** @return grows with every change */
    public long getVersion() {
        return version;
    }

    /** @return what people call it */
    public String getName() {
        return name;
    }

    /** @return its first extension, two to ten digits */
    public String getFirst() {
        return first;
    }

    /** @return its last extension, with as many digits */
    public String getLast() {
        return last;
    }

    /** @return when it was added */
    public Instant getCreated() {
        return created;
    }

    /** @return the userName of the administrator who added it */
    public String getCreatedBy() {
        return createdBy;
    }
}

package io.roster.telephony;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** The rule that members of a group have a licence, for as long as they are members. */
@Entity
@IdClass(LicenseGroup.Key.class)
@Table(name = "license_group")
public class LicenseGroup {

    /**
     * The primary key.
     *
     * @see LicenseGroup
     */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String licenseId;
        private String groupId;

        /** For the persistence provider. */
        public Key() {}

        Key(String licenseId, String groupId) {
            this.licenseId = licenseId;
            this.groupId = groupId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.licenseId.equals(licenseId) && key.groupId.equals(groupId);
        }

        @Override
        public int hashCode() {
            return 31 * licenseId.hashCode() + groupId.hashCode();
        }
    }

    @Id
    @Column(name = "license_id")
    private String licenseId;

    @Id
    @Column(name = "group_id")
    private String groupId;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "created_by")
    private String createdBy;

    protected LicenseGroup() {}

    LicenseGroup(String licenseId, String groupId, Instant created, String createdBy) {
        this.licenseId = licenseId;
        this.groupId = groupId;
        this.created = created;
        this.createdBy = createdBy;
    }
}

package io.roster.telephony;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * That a person has a reason for a licence, and whether that person has a seat. Changed by {@link LockedLicense} alone,
 * which holds the lock of the licence's row and counts.
 */
@Entity
@IdClass(LicenseSeat.Key.class)
@Table(name = "license_seat")
public class LicenseSeat {

    /**
     * The primary key.
     *
     * @see LicenseSeat
     */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String licenseId;
        private String personId;

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.licenseId.equals(licenseId) && key.personId.equals(personId);
        }

        @Override
        public int hashCode() {
            return 31 * licenseId.hashCode() + personId.hashCode();
        }
    }

    @Id
    @Column(name = "license_id")
    private String licenseId;

    @Id
    @Column(name = "person_id")
    private String personId;

    @Enumerated(EnumType.STRING)
    private SeatState state;

    @Column(name = "by_hand")
    private boolean byHand;

    @Column(name = "by_group")
    private boolean byGroup;

    @Column(name = "by_okta")
    private boolean byOkta;

    private Instant since;

    @Column(name = "assigned_by")
    private String assignedBy;

    protected LicenseSeat() {}

    LicenseSeat(String licenseId, String personId, String assignedBy) {
        this.licenseId = licenseId;
        this.personId = personId;
        this.assignedBy = assignedBy;
    }

    boolean is(SeatState asked) {
        return state == asked;
    }

    void become(SeatState next, Instant now) {
        if (state != next) {
            state = next;
            since = now;
        }
    }

    boolean isByHand() {
        return byHand;
    }

    void assign(String by) {
        byHand = true;
        assignedBy = by;
    }

    void unassign() {
        byHand = false;
    }

    boolean isByGroup() {
        return byGroup;
    }

    void bring(boolean inGroup, boolean givenByOkta) {
        byGroup = inGroup;
        byOkta = givenByOkta;
    }

    boolean hasReason() {
        return byHand || byGroup || byOkta;
    }

    /** @return the SCIM id of the person */
    public String getPersonId() {
        return personId;
    }

    /** @return the id of the licence type */
    public String getLicenseId() {
        return licenseId;
    }

    /** @return since when it is as it is: held, waiting or given up */
    public Instant getSince() {
        return since;
    }

    /** @return the userName of the administrator who assigned it, or {@code Roster} where that was brought about by a rule */
    public String getAssignedBy() {
        return assignedBy;
    }
}

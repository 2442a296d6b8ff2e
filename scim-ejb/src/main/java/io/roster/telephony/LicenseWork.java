package io.roster.telephony;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * That seats of a licence have to be brought in line with groups and with what Okta gives. Written by the transaction after
 * which that is so, carried out by {@link SeatReconciliation}.
 */
@Entity
@Table(name = "license_work")
public class LicenseWork {

    @Id
    private String id;

    @Column(name = "license_id")
    private String licenseId;

    @Column(name = "person_id")
    private String personId;

    private boolean renamed;

    @Column(name = "claimed_by")
    private String claimedBy;

    @Column(name = "claimed_until")
    private long claimedUntil;

    protected LicenseWork() {}

    LicenseWork(String id, String licenseId, String personId, boolean renamed) {
        this.id = id;
        this.licenseId = licenseId;
        this.personId = personId;
        this.renamed = renamed;
    }
}

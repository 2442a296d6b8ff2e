package io.roster.entitlement;

import io.roster.entitlement.EntitlementRefused.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Objects;

/**
 * A type of licence, such as a seat of the phone system. It counts its seats: whoever takes or frees one holds the lock of
 * its row, so that there are never more in use than there are.
 */
@Entity
@Table(name = "license")
public class License extends Entitlement {

    /** The largest number of seats. */
    public static final int MOST_SEATS = 10_000_000;

    private Integer seats;

    @Column(name = "seats_used")
    private int seatsUsed;

    protected License() {}

    License(String id) {
        super(id);
    }

    @Override
    public EntitlementType getType() {
        return EntitlementType.LICENSE;
    }

    /** @return how many seats there are; {@code null} where they are not limited */
    public Integer getSeats() {
        return seats;
    }

    /** @return how many seats are taken, never more than there are */
    public int getSeatsUsed() {
        return seatsUsed;
    }

    /** @return whether another seat can be taken */
    public boolean hasFreeSeat() {
        return seats == null || seatsUsed < seats;
    }

    /**
     * Takes a seat.
     *
     * @throws IllegalStateException when none is free
     */
    public void takeSeat() {
        if (!hasFreeSeat()) {
            throw new IllegalStateException("All " + seats + " seats of " + getId() + " are taken");
        }
        seatsUsed++;
    }

    /** Frees a seat that was taken. */
    public void freeSeat() {
        seatsUsed--;
    }

    /** Whether it changed. */
    boolean limit(Integer wanted) {
        if (wanted != null && (wanted < 0 || wanted > MOST_SEATS)) {
            throw new EntitlementRefused(Reason.SEATS);
        }
        if (wanted != null && wanted < seatsUsed) {
            throw new EntitlementRefused(Reason.SEATS_USED, seatsUsed);
        }
        boolean changed = !Objects.equals(seats, wanted);
        seats = wanted;
        return changed;
    }
}

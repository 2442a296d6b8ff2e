package io.roster.telephony;

/**
 * How the seats of a licence type are used.
 *
 * @param licenseId the id of the licence type
 * @param displayName its name
 * @param description what it means; may be {@code null}
 * @param seats how many there are; {@code null} where they are not limited
 * @param used how many are taken
 * @param waiting how many active people have a reason for the licence and no seat
 */
public record LicenseUse(
        String licenseId, String displayName, String description, Integer seats, int used, int waiting) {

    /** @return how many seats are free; {@code null} where they are not limited */
    public Integer free() {
        return seats == null ? null : seats - used;
    }

    /** @return whether seats are limited and none is free */
    public boolean full() {
        return seats != null && used >= seats;
    }
}

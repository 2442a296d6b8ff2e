package io.roster.access;

/**
 * The person to whom an API token belongs.
 *
 * @param id the SCIM id
 * @param userName the userName; {@code null} when the person was deleted
 * @param active whether the person may act; not after having been deactivated or deleted
 */
public record TokenOwner(String id, String userName, boolean active) {

    /** @return whether the person was deleted */
    public boolean isDeleted() {
        return userName == null;
    }
}

package io.roster.telephony;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody who was deactivated.
 *
 * @param left when
 * @param personId the SCIM id
 */
public record Leaver(Instant left, String personId) implements Serializable {

    /** Sorts before all of them. */
    public static final Leaver NONE = new Leaver(Instant.EPOCH, "");
}

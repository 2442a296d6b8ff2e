package io.roster.audit;

import java.io.Serializable;
import java.time.Instant;

/**
 * A row whose time is over.
 *
 * @param since when it was written, from which its time counts
 * @param id its key
 */
public record Expired(Instant since, String id) implements Serializable {
    /** Sorts before every row. */
    public static final Expired NONE = new Expired(Instant.EPOCH, "");
}

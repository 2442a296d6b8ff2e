package io.roster.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a kind of service when its bearer is deactivated.
 *
 * @param kind which kind
 * @param version grows with every change
 * @param graceDays after how many days it is freed, 0 for at once, {@value #LONGEST_GRACE} at most; {@code null} where it
 *     is kept
 */
public record ServicePolicy(ServiceKind kind, long version, Integer graceDays) {

    /** The longest grace, in days: ten years. */
    public static final int LONGEST_GRACE = 3650;

    /** @return whether it is never freed */
    public boolean keeps() {
        return graceDays == null;
    }

    /** @return whether it is freed in the moment of the deactivation */
    public boolean freesAtOnce() {
        return graceDays != null && graceDays == 0;
    }

    /**
     * @param left when the person was deactivated
     * @return when the grace ends; empty where the service is kept
     */
    public Optional<Instant> dueAt(Instant left) {
        return Optional.ofNullable(graceDays).map(days -> left.plus(Duration.ofDays(days)));
    }

    /**
     * @param now the present
     * @return who left then or before has had all of the grace; empty where the service is kept
     */
    public Optional<Instant> dueWhenLeftBy(Instant now) {
        return Optional.ofNullable(graceDays).map(days -> now.minus(Duration.ofDays(days)));
    }
}

package io.roster.outbox;

import java.time.Instant;

/**
 * A run of the job.
 *
 * @param id sorts by time
 * @param cause why it began
 * @param startedBy the administrator, or {@code null}
 * @param server on which server it ran
 * @param started when it began
 * @param beat its last sign of life
 * @param ended when it ended, {@code null} while it goes on
 * @param ending why it ended, {@code null} while it goes on
 * @param detail what to say about the ending, or {@code null}
 * @param stopping whether it was told to stop
 * @param counts what it did
 */
public record SyncbackRun(
        String id,
        RunCause cause,
        String startedBy,
        String server,
        Instant started,
        Instant beat,
        Instant ended,
        RunEnding ending,
        String detail,
        boolean stopping,
        RunCounts counts) {

    /**
     * Whether its server went away in the middle of it: it gave no sign of life for too long.
     *
     * @param now the present
     * @return whether another run may take its place
     */
    public boolean isLost(Instant now) {
        return ending == RunEnding.LOST
                || ending == null && beat.plus(SyncbackRuns.LEASE).isBefore(now);
    }
}

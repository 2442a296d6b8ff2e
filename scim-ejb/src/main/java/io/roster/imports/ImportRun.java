package io.roster.imports;

import java.time.Instant;

/**
 * A run of the job {@code okta-import}. The counts grow while it goes on.
 *
 * @param id of the run
 * @param kind how much it reads
 * @param cause {@code TIMER} or {@code ADMINISTRATOR}
 * @param dryRun whether it ends before anything is applied
 * @param startedBy the administrator, or {@code null}
 * @param appId Okta's id of the app
 * @param server that has it
 * @param started when
 * @param beat its last sign of life
 * @param ended when, or {@code null}
 * @param state how it stands
 * @param step the one it is in, or was last
 * @param detail what to say about its end, or for what of Okta it waits; {@code null} for nothing
 * @param since from when an incremental one reads changes, or {@code null}
 * @param allowedBy who let it go on over the threshold, or {@code null}
 * @param usersFetched app users read
 * @param groupsFetched groups read
 * @param membersFetched memberships read
 * @param usersMatched app users compared
 * @param groupsMatched groups compared
 * @param toApply confirmed candidates
 * @param applied of them, done
 * @param refused of them, not possible
 * @param appTotal people linked with Okta and active, when the safeguard counted; {@code null} before
 * @param appLeaving of them, who would be deactivated
 * @param orgTotal all active people
 * @param orgLeaving of them, who would be deactivated
 * @param stopping whether it was told to stop
 */
public record ImportRun(
        String id,
        ImportKind kind,
        String cause,
        boolean dryRun,
        String startedBy,
        String appId,
        String server,
        Instant started,
        Instant beat,
        Instant ended,
        ImportState state,
        ImportStep step,
        String detail,
        Instant since,
        String allowedBy,
        long usersFetched,
        long groupsFetched,
        long membersFetched,
        long usersMatched,
        long groupsMatched,
        long toApply,
        long applied,
        long refused,
        Long appTotal,
        Long appLeaving,
        Long orgTotal,
        Long orgLeaving,
        boolean stopping) {}

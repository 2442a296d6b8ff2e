package io.roster.outbox;

/**
 * What a run has done so far.
 *
 * @param people how many people were looked at
 * @param written of these, to whom something was written
 * @param unchanged of these, where Okta had everything already, or nothing could be done
 * @param retried of these, who are tried again
 * @param parked of these, who are parked
 * @param calls requests to Okta
 * @param rateLimited answers 429
 * @param rateLimit what Okta allows in a minute, 0 where it did not say
 * @param lowestRemaining the fewest requests that were left in a window, 0 where it did not say
 * @param crowded of the answers 429, how many said that too many requests ran at once
 * @param fewestAtOnce to how many requests at once the run came down because of these, 0 where it did not
 */
public record RunCounts(
        long people,
        long written,
        long unchanged,
        long retried,
        long parked,
        long calls,
        long rateLimited,
        int rateLimit,
        int lowestRemaining,
        long crowded,
        int fewestAtOnce) {

    /** Nothing yet. */
    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

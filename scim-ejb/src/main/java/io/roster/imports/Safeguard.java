package io.roster.imports;

import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What keeps an import from deactivating many people by mistake, as Okta's import safeguards do: more than a percentage of
 * the people who are linked with the app, where these are more than {@value #APP_ABOVE}, or of all active people, where
 * these are at least {@value #ORG_FROM}. Just the percentage passes. Pure.
 *
 * @param appTotal people who are linked with Okta and active
 * @param appLeaving of them, who would be deactivated
 * @param orgTotal all active people
 * @param orgLeaving of them, who would be deactivated
 */
public record Safeguard(long appTotal, long appLeaving, long orgTotal, long orgLeaving) {

    /** The threshold of the app counts only above as many people. */
    public static final int APP_ABOVE = 100;

    /** The threshold of all people counts from as many people on. */
    public static final int ORG_FROM = 100;

    private static final int WHOLE = 100;

    /**
     * @param threshold a percentage; {@code null} for any
     * @return whether the app's people stop the run
     */
    public boolean stopsByApp(Integer threshold) {
        return threshold != null && appTotal > APP_ABOVE && exceeds(appLeaving, appTotal, threshold);
    }

    /**
     * @param threshold a percentage; {@code null} for any
     * @return whether all active people stop the run
     */
    public boolean stopsByOrg(Integer threshold) {
        return threshold != null && orgTotal >= ORG_FROM && exceeds(orgLeaving, orgTotal, threshold);
    }

    /**
     * How many have to leave to stop a run.
     *
     * @param appTotal people who are linked with Okta and active
     * @param app a percentage of them; {@code null} for any
     * @param orgTotal all active people
     * @param org a percentage of them; {@code null} for any
     * @return the least number; empty where no number does
     */
    static OptionalLong least(long appTotal, Integer app, long orgTotal, Integer org) {
        LongStream byApp = app == null || appTotal <= APP_ABOVE ? LongStream.empty() : above(appTotal, app);
        LongStream byOrg = org == null || orgTotal < ORG_FROM ? LongStream.empty() : above(orgTotal, org);
        return LongStream.concat(byApp, byOrg).min();
    }

    private static LongStream above(long total, int threshold) {
        return LongStream.of(threshold * total / WHOLE + 1);
    }

    private static boolean exceeds(long leaving, long total, int threshold) {
        return leaving * WHOLE > threshold * total;
    }
}

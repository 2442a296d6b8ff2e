package io.roster.console.reader;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ago or how far ahead something is, in the one unit that people would say it in.
 *
 * @param unit the end of the bundle's key: now, minutes, hours, days, months, years
 * @param count how many of the unit, 0 for now
 * @param ahead whether it is yet to come
 */
record Age(String unit, long count, boolean ahead) {

    private static final long DAYS_OF_MONTH = 30;
    private static final long DAYS_OF_YEAR = 365;

    static Age between(Instant now, Instant then) {
        boolean ahead = then.isAfter(now);
        Duration distance = Duration.between(now, then).abs();
        long days = distance.toDays();
        if (distance.toMinutes() < 1) {
            return new Age("now", 0, false);
        } else if (distance.toHours() < 1) {
            return new Age("minutes", distance.toMinutes(), ahead);
        } else if (days < 1) {
            return new Age("hours", distance.toHours(), ahead);
        } else if (days < DAYS_OF_MONTH) {
            return new Age("days", days, ahead);
        } else if (days < DAYS_OF_YEAR) {
            return new Age("months", days / DAYS_OF_MONTH, ahead);
        }
        return new Age("years", days / DAYS_OF_YEAR, ahead);
    }

    String key() {
        return "time." + (ahead ? "in." : "ago.") + unit;
    }
}

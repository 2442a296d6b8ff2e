package io.roster.imports;

import io.roster.persistence.Sql;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * When Okta is to be read.
 *
 * @param on whether anything is to happen by itself
 * @param full when to read everything
 * @param incremental when to read changes
 * @param zone of both
 * @param since when this was saved: what was due before is not made up for
 */
record ImportSchedule(boolean on, String full, String incremental, ZoneId zone, Instant since) {

    /** Without an app, nothing is on. */
    static ImportSchedule read(DataSource dataSource) {
        return Sql.of("select scheduled, app_id, full_cron, incremental_cron, time_zone, saved_at from import_settings")
                .list(
                        dataSource,
                        row -> new ImportSchedule(
                                row.getBoolean(1) && row.getString(2) != null,
                                row.getString(3),
                                row.getString(4),
                                ZoneId.of(row.getString(5)),
                                Instant.ofEpochMilli(row.getLong(6))))
                .get(0);
    }

    /**
     * What to do now. What was missed, because no server ran or another run went on, is made up for once. A full run takes
     * the place of an incremental one.
     *
     * @param lastFull when a full run last began
     * @param lastOfAny when a run of either kind last began
     * @param now the present
     * @return empty for nothing
     * @throws IllegalArgumentException when an expression is none
     */
    Optional<ImportKind> due(Optional<Instant> lastFull, Optional<Instant> lastOfAny, Instant now) {
        if (!on) {
            return Optional.empty();
        } else if (isDue(full, lastFull, now)) {
            return Optional.of(ImportKind.FULL);
        }
        return isDue(incremental, lastOfAny, now) ? Optional.of(ImportKind.INCREMENTAL) : Optional.empty();
    }

    private boolean isDue(String expression, Optional<Instant> last, Instant now) {
        Instant from = last.filter(time -> time.isAfter(since)).orElse(since);
        return CronSchedule.of(expression, zone).isDue(from, now);
    }
}

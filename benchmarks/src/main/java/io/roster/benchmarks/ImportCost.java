package io.roster.benchmarks;

import java.time.Duration;
import java.util.Locale;

/**
 * What an import cost.
 *
 * @param wall from its start to its end
 * @param roster processor time of Roster's process
 * @param okta processor time of the simulated Okta's process
 * @param heap the most that was left on Roster's heap by a collection, in MB
 * @param resident the most memory that Roster's process had, in MB
 * @param database what its database did
 */
record ImportCost(
        Duration wall, Duration roster, Duration okta, long heap, long resident, DatabaseCounters.Counts database) {

    static final String HEAD =
            "| import | seconds | CPU s, Roster | CPU s, Okta | CPU s, PostgreSQL | heap MB | process MB"
                    + " | statements per 1,000 users | rows written: people, groups | candidates | the run's own |\n"
                    + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";

    String row(String name, int users) {
        String counted = database.known()
                ? String.format(
                        Locale.ROOT,
                        "%.1f | %d | %d | %.0f | %,d | %,d | %,d",
                        seconds(database.cpu()),
                        heap,
                        resident,
                        database.statements() * 1000.0 / users,
                        database.rows().directory(),
                        database.rows().candidates(),
                        database.rows().run())
                : "| %d | %d | | | |".formatted(heap, resident);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %s |%n",
                name,
                seconds(wall),
                seconds(roster),
                seconds(okta),
                counted);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}

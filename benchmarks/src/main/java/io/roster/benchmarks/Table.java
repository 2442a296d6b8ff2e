package io.roster.benchmarks;

import java.util.Locale;

/** The results as rows of a Markdown table. */
final class Table {
    private Table() {}

    static String head(String title) {
        return "%n### %s%n%n| | connections | requests/s | p50 ms | p99 ms | server CPU µs/request |%n|---|--:|--:|--:|--:|--:|%n"
                .formatted(title);
    }

    static String row(String name, Measurement measured) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %.2f | %.2f | %,.0f |%n",
                name,
                measured.connections(),
                measured.perSecond(),
                measured.p50(),
                measured.p99(),
                measured.cpu());
    }
}

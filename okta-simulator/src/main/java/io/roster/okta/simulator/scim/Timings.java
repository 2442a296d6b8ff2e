package io.roster.okta.simulator.scim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long each request took, by kind: from sending it to the last byte of the answer, waits for a 429 left out. */
public final class Timings {
    private final Map<String, List<Long>> nanosByKind = new TreeMap<>();

    /**
     * The times of one kind of request, in milliseconds.
     *
     * @param kind the kind
     * @param count how many there were
     * @param p50 half took no longer
     * @param p99 99 of 100 took no longer
     * @param max the slowest
     * @param total all together
     */
    public record Line(String kind, int count, double p50, double p99, double max, double total) {}

    synchronized void add(String kind, long nanos) {
        nanosByKind.computeIfAbsent(kind, unused -> new ArrayList<>()).add(nanos);
    }

    /** One line a kind, by name. */
    public synchronized List<Line> lines() {
        return nanosByKind.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Line line(String kind, List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        double total = Arrays.stream(sorted).sum() / 1e6;
        return new Line(
                kind, sorted.length, at(sorted, 0.50), at(sorted, 0.99), sorted[sorted.length - 1] / 1e6, total);
    }

    /** Nearest rank: the smallest time that at least this share of the requests did not exceed. */
    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    /** A table for a person, times in milliseconds. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-22s %8s %9s %9s %9s %11s%n", "ms", "count", "p50", "p99", "max", "total"));
        int count = 0;
        double total = 0;
        for (Line line : lines()) {
            table.append(row(line.kind(), line.count(), line.p50(), line.p99(), line.max(), line.total()));
            count += line.count();
            total += line.total();
        }
        return table.append(String.format(Locale.ROOT, "%-22s %8d %41.1f%n", "all", count, total))
                .toString();
    }

    private static String row(String kind, int count, double p50, double p99, double max, double total) {
        return String.format(Locale.ROOT, "%-22s %8d %9.1f %9.1f %9.1f %11.1f%n", kind, count, p50, p99, max, total);
    }
}

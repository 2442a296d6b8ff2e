package io.roster.benchmarks;

import java.io.IOException;
import java.time.Duration;

/**
 * Measures one import after the other.
 *
 * @param people how many users Okta has
 */
record ImportMeasuring(
        BenchmarkServer server, SimulatedOkta okta, DatabaseCounters database, ImportConsole console, int people) {

    /** Imports everybody, and prints what that cost. */
    void row(String name) throws IOException, InterruptedException {
        DatabaseCounters.Counts before = database.read();
        server.forgetPeaks();
        Duration roster = server.cpu();
        Duration served = okta.cpu();
        long begin = System.nanoTime();
        console.importAll();
        Duration wall = Duration.ofNanos(System.nanoTime() - begin);
        ImportCost cost = new ImportCost(
                wall,
                server.cpu().minus(roster),
                okta.cpu().minus(served),
                server.peakHeapMegabytes(),
                server.peakMegabytes(),
                database.read().minus(before));
        System.out.print(cost.row(name, people));
        System.out.flush();
    }
}

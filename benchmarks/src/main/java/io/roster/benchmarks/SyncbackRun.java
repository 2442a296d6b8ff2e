package io.roster.benchmarks;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.api.Write;
import io.roster.okta.simulator.fault.Fault;
import io.roster.okta.simulator.fault.FaultRule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was written into an Okta that had nothing of it.
 *
 * @param writesPerMinute from the first to the last one
 * @param callsPerSecond answers of Okta, reads and writes, from the first to the last one
 * @param refused how many calls Okta answered 429
 * @param liveBytes on the server's heap when half of the people were written
 */
record SyncbackRun(double writesPerMinute, double callsPerSecond, int refused, long liveBytes) {

    /**
     * Has everybody written once.
     *
     * @param people of an org that never pushed; the server knows them from another one of the same seed
     * @param limit requests a minute
     * @param answerTime of Okta; 0 for as fast as the simulator is
     */
    static SyncbackRun of(
            BenchmarkServer server,
            SyncbackConsole console,
            int people,
            int limit,
            int share,
            int concurrency,
            Duration answerTime)
            throws IOException, InterruptedException {
        try (OktaOrg org = OktaOrg.at(server.scim()).token("unused").open();
                OktaApi okta = api(org, people, limit, answerTime)) {
            var calls = new AtomicInteger();
            var first = new AtomicLong();
            var last = new AtomicLong();
            okta.hooks().after((request, answer) -> {
                calls.incrementAndGet();
                last.set(System.nanoTime());
                first.compareAndSet(0, last.get());
            });
            console.connect(okta, share, concurrency);
            calls.set(0);
            first.set(0);
            console.writeAll();
            SyncbackConsole.until(() -> okta.writes().count() >= people / 2);
            long live = server.liveBytes();
            SyncbackConsole.until(() -> okta.writes().count() >= people && console.pending() == 0);
            List<Long> times = okta.writes().all().values().stream()
                    .flatMap(List::stream)
                    .map(Write::millis)
                    .sorted()
                    .toList();
            double minutes = (times.get(times.size() - 1) - times.get(0)) / 60_000.0;
            return new SyncbackRun(
                    (times.size() - 1) / minutes,
                    (calls.get() - 1) / ((last.get() - first.get()) / 1e9),
                    okta.limits().refused(),
                    live);
        }
    }

    private static OktaApi api(OktaOrg org, int people, int limit, Duration answerTime) throws IOException {
        org.hire(people);
        OktaApi okta = OktaApi.of(org)
                .attribute(SyncbackConsole.EXTENSION, "Extension", 20)
                .limit(limit)
                .start(0);
        if (!answerTime.isZero()) {
            okta.faults().slowness(answerTime);
            okta.faults().add(FaultRule.always(Fault.SLOW).on("", "/api/v1/users"));
        }
        return okta;
    }
}

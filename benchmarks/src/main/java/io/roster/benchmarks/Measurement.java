package io.roster.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one operation took.
 *
 * @param connections how many clients sent it, each one request after the other
 * @param requests how many were answered
 * @param perSecond requests a second, all clients together
 * @param p50 the time that half of the answers took at most, in milliseconds
 * @param p99 the time that 99 of 100 answers took at most, in milliseconds
 * @param cpu of the server's process, user and system, in microseconds a request
 */
record Measurement(int connections, int requests, double perSecond, double p50, double p99, double cpu) {

    /** Runs an operation for a time. The processor time of the server's process is taken before and after. */
    static Measurement of(
            Target target, Operation operation, int connections, Duration time, Supplier<Duration> serverCpu) {
        List<long[]> latencies = Collections.synchronizedList(new ArrayList<>());
        Duration cpuBefore = serverCpu.get();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        target.parallel(connections, connection -> {
            Target.Task work = operation.worker().get();
            var mine = new Latencies();
            for (long now = System.nanoTime(); now < end; ) {
                work.on(connection);
                long then = System.nanoTime();
                mine.add(then - now);
                now = then;
            }
            latencies.add(mine.toArray());
        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        Duration cpu = serverCpu.get().minus(cpuBefore);
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measurement(
                connections,
                all.length,
                all.length / seconds,
                percentile(all, 0.50),
                percentile(all, 0.99),
                cpu.toNanos() / 1e3 / all.length);
    }

    /** The smallest of the sorted values that so large a share of them does not exceed, nanoseconds to milliseconds. */
    static double percentile(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }
}

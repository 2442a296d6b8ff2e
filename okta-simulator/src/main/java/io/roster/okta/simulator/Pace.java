package io.roster.okta.simulator;

import io.roster.okta.simulator.push.Workers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * How fast work is done and to whom its progress is told.
 *
 * @param concurrency how many items at once
 * @param progress takes a line after each tenth of the work, and at least {@value #LEAST} items apart
 */
record Pace(int concurrency, Consumer<String> progress) {

    private static final int LEAST = 10;

    /** Does {@code work} with all items and tells about it under {@code label}. */
    <T> void each(String label, List<T> items, Consumer<T> work) {
        AtomicInteger done = new AtomicInteger();
        int step = Math.max(LEAST, items.size() / 10);
        Workers.forEach(items, concurrency, item -> {
            work.accept(item);
            int count = done.incrementAndGet();
            if (count % step == 0 || count == items.size()) {
                progress.accept(label + ": " + count + " of " + items.size());
            }
        });
    }
}

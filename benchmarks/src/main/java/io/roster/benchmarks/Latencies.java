package io.roster.benchmarks;

import java.util.Arrays;

/** A growing row of numbers that makes no garbage while it is measured. */
final class Latencies {
    private long[] values = new long[65_536];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}

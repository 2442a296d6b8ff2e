package io.roster.syncback;

/** Time that passes only while somebody sleeps. */
final class VirtualTime extends PacedOkta.Time {

    private long now;

    @Override
    synchronized long now() {
        return now;
    }

    @Override
    synchronized void sleep(long nanos) {
        now += nanos;
    }

    long seconds() {
        return now() / 1_000_000_000;
    }
}

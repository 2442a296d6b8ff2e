package io.roster.syncback;

/** Time that passes only while somebody sleeps. */
public final class VirtualTime extends PacedOkta.Time {

    private long now;

    @Override
    public synchronized long now() {
        return now;
    }

    @Override
    public synchronized void sleep(long nanos) {
        now += nanos;
    }

    /** {@return how much has passed} */
    public long seconds() {
        return now() / 1_000_000_000;
    }
}

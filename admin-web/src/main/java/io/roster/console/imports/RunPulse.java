package io.roster.console.imports;

import io.roster.imports.ImportRun;
import io.roster.imports.Imports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How far the import is, for pages that ask again and again, and for the banner that stands on every page. However many of
 * them do, this server asks the database at most once a second.
 */
@ApplicationScoped
public class RunPulse {

    private static final long OFTEN = TimeUnit.SECONDS.toNanos(1);

    @EJB
    private Imports imports;

    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Beat last;

    /** What was seen, and when, as {@link System#nanoTime}. */
    private record Beat(ImportRun run, long at) {}

    /** {@return the run that began last as it was a moment ago; {@code null} when there was none} */
    ImportRun recent() {
        Beat known = last;
        boolean fresh = known != null && System.nanoTime() - known.at() < OFTEN;
        if (fresh || known != null && !reading.compareAndSet(false, true)) {
            return known.run();
        }
        try {
            return read();
        } finally {
            reading.set(false);
        }
    }

    /** {@return the run that began last} */
    ImportRun read() {
        ImportRun run = imports.last().orElse(null);
        last = new Beat(run, System.nanoTime());
        return run;
    }
}

package io.roster.persistence;

import io.roster.scim.protocol.ScimException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Repeats a transaction that lost against a concurrent one: its version had moved on, the database chose it as the victim
 * of a deadlock, or the row that it was to insert was inserted meanwhile. Each attempt reads anew, so that what the other
 * one wrote is kept, and refused where it has to be.
 */
public final class Conflicts {

    private static final int ATTEMPTS = 20;
    private static final int LONGEST_WAIT_MILLIS = 30;

    /** SQLSTATE of a unique violation on every database. */
    private static final String UNIQUE = "23505";

    private Conflicts() {}

    /**
     * Runs a transaction, and again where it lost.
     *
     * @param transaction calls one boundary method that is a transaction of its own
     * @param <T> what it returns
     * @return what it returned
     * @throws ScimException 503 with {@code Retry-After}, when it lost {@value #ATTEMPTS} times in a row
     */
    public static <T> T retried(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (ScimException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!isConflict(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw ScimException.serviceUnavailable(
                            "Too many requests change this resource at once. Try again in a moment.", 1);
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(Math.min(attempt * 3, LONGEST_WAIT_MILLIS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isConflict(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return true;
            }
            // Class 40 is transaction rollback: deadlock, serialization failure, lock time-out (ISO 9075, table of
            // SQLSTATEs).
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().equals(UNIQUE) || sql.getSQLState().startsWith("40");
            }
        }
        return false;
    }
}

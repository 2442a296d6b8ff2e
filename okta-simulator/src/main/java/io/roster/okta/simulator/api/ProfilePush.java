package io.roster.okta.simulator.api;

import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.Person;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Okta's profile push: what changed through the API goes to the app a little later, also when it came from there. Changes
 * of one person that follow one another quickly are one push, and no two pushes of a person run at once.
 */
public final class ProfilePush implements AutoCloseable {
    private static final int LOCKS = 64;
    private final OrgState state;
    private final SystemLog log;
    private final Consumer<String> bring;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final Object[] locks = new Object[LOCKS];
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4, ProfilePush::daemon);
    private volatile Duration delay;

    /**
     * Pushes with {@code bring}, which is given Okta's id.
     *
     * @param delay how long after a change; negative for no push at all
     */
    ProfilePush(OrgState state, SystemLog log, Consumer<String> bring, Duration delay) {
        this.state = state;
        this.log = log;
        this.bring = bring;
        this.delay = delay;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "okta-push");
        thread.setDaemon(true);
        return thread;
    }

    /** Pushes this long after each change from now on; negative for not at all. */
    public void delay(Duration value) {
        delay = value;
    }

    void changed(String oktaId) {
        if (!delay.isNegative() && waiting.add(oktaId)) {
            threads.schedule(() -> push(oktaId), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void push(String oktaId) {
        running.incrementAndGet();
        waiting.remove(oktaId);
        try {
            synchronized (locks[Math.floorMod(oktaId.hashCode(), LOCKS)]) {
                bring.accept(oktaId);
            }
            failures.remove(oktaId);
        } catch (RuntimeException e) {
            // As in Okta, the administrator finds it in the log; the person stays out of sync.
            failures.put(oktaId, String.valueOf(e.getMessage()));
            Person person = state.people().get(oktaId).wanted();
            log.add("application.provision.user.push_profile", "push", person, false, e.getMessage());
        } finally {
            running.decrementAndGet();
        }
    }

    /** Whether nothing waits to be pushed and nothing is being pushed. */
    public boolean idle() {
        return waiting.isEmpty() && running.get() == 0;
    }

    /** Why the last push of a person went wrong, by Okta's id; those that went well are not in it. */
    public Map<String, String> failures() {
        return Map.copyOf(failures);
    }

    /** Forgets what waits. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.Person;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Okta's System Log: what has happened, the last {@value #MOST} events. Thread-safe. */
public final class SystemLog {
    private static final int MOST = 50_000;
    private final Clock clock;
    private final Deque<LogEvent> events = new ArrayDeque<>();
    private final List<Consumer<LogEvent>> listeners = new CopyOnWriteArrayList<>();
    private long count;

    SystemLog(Clock clock) {
        this.clock = clock;
    }

    void add(String eventType, ApiRequest request, Account account) {
        add(eventType, request.id(), account.person(), true, "");
    }

    synchronized void add(String eventType, String requestId, Person target, boolean success, String reason) {
        events.add(new LogEvent(
                ++count, clock.millis(), eventType, requestId, target.oktaId(), target.userName(), success, reason));
        if (events.size() > MOST) {
            events.removeFirst();
        }
        listeners.forEach(listener -> listener.accept(events.getLast()));
    }

    /** Calls {@code listener} with every event from now on. */
    public void listen(Consumer<LogEvent> listener) {
        listeners.add(listener);
    }

    /** All events that are kept, the oldest first. */
    public synchronized List<LogEvent> events() {
        return new ArrayList<>(events);
    }
}

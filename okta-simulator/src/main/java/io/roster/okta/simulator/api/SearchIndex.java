package io.roster.okta.simulator.api;

import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.Directory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What a search sees of the users: all that is older than a delay, as Okta's search is eventually consistent. */
public final class SearchIndex {
    private final Clock clock;
    private final Map<String, Account> seen = new HashMap<>();
    private final NavigableSet<Stamp> byTime = new TreeSet<>();
    private final Deque<Late> waiting = new ArrayDeque<>();
    private Duration delay = Duration.ZERO;

    SearchIndex(Directory directory, Clock clock) {
        this.clock = clock;
        directory.listen(this::changed);
        directory.ids(0, Integer.MAX_VALUE).forEach(id -> directory.byId(id).ifPresent(this::see));
    }

    /** How much later than everybody else a search sees a change; no later when not set. */
    public synchronized void delay(Duration value) {
        delay = value;
    }

    private synchronized void changed(Account account) {
        if (delay.isZero() && waiting.isEmpty()) {
            see(account);
        } else {
            waiting.add(new Late(clock.millis() + delay.toMillis(), account));
        }
    }

    private void catchUp() {
        while (!waiting.isEmpty() && waiting.peek().millis() <= clock.millis()) {
            see(waiting.poll().account());
        }
    }

    private void see(Account account) {
        Account before = account.user().deleted() ? seen.remove(account.id()) : seen.put(account.id(), account);
        if (before != null) {
            byTime.remove(Stamp.of(before));
        }
        if (!account.user().deleted()) {
            byTime.add(Stamp.of(account));
        }
    }

    /** The user as a search sees it. */
    synchronized Optional<Account> view(String id) {
        catchUp();
        return Optional.ofNullable(seen.get(id));
    }

    /** The ids of those who changed at this time or later, the first change first. */
    synchronized List<String> changedSince(long millis) {
        catchUp();
        List<String> ids = new ArrayList<>();
        byTime.tailSet(new Stamp(millis, "")).forEach(stamp -> ids.add(stamp.id()));
        return ids;
    }

    private record Late(long millis, Account account) {}

    private record Stamp(long millis, String id) implements Comparable<Stamp> {
        static Stamp of(Account account) {
            return new Stamp(account.user().lastUpdated(), account.id());
        }

        @Override
        public int compareTo(Stamp other) {
            int times = Long.compare(millis, other.millis);
            return times == 0 ? id.compareTo(other.id) : times;
        }
    }
}

package io.roster.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers where a walk through pages has come to, so that the next page starts behind the last row instead of counting
 * all rows before it. What is forgotten, or asked of another server, is only slower.
 */
@ApplicationScoped
public class Walks {

    private static final int REMEMBERED = 2000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    /**
     * One page of a walk.
     *
     * @param query fingerprint of the caller and the query
     * @param startIndex of the page
     */
    record Page(String query, int startIndex) {}

    private record Reached(Position last, Instant at) {}

    private final Map<Page, Reached> positions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Page, Reached> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void reached(Page next, Position last) {
        positions.remove(next);
        positions.put(next, new Reached(last, Instant.now()));
    }

    synchronized Optional<Position> lastBefore(Page page) {
        Instant oldest = Instant.now().minus(KEPT);
        return Optional.ofNullable(positions.get(page))
                .filter(reached -> reached.at().isAfter(oldest))
                .map(Reached::last);
    }
}

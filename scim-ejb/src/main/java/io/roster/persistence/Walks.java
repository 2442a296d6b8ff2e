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
     * @param caller whose walk it is
     * @param list the resource type and filter
     * @param startIndex of the page
     */
    record Page(String caller, String list, int startIndex) {}

    private record Position(String lastId, Instant reached) {}

    private final Map<Page, Position> positions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Page, Position> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void reached(Page next, String lastId) {
        positions.remove(next);
        positions.put(next, new Position(lastId, Instant.now()));
    }

    synchronized Optional<String> lastIdBefore(Page page) {
        Instant oldest = Instant.now().minus(KEPT);
        return Optional.ofNullable(positions.get(page))
                .filter(position -> position.reached.isAfter(oldest))
                .map(Position::lastId);
    }
}

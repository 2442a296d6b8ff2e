package io.roster.persistence;

import io.roster.scim.protocol.StoredResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Some resources that follow each other in a list.
 *
 * @param entries in the order of the list
 * @param total how many resources the list has, where reading the slice has shown it; else {@link #UNKNOWN}
 */
record Slice(List<Entry> entries, int total) {

    /**
     * A place of the list.
     *
     * @param position where it is
     * @param resource who stands there, without references; {@code null} where it was deleted meanwhile
     */
    record Entry(Position position, StoredResource resource) {}

    static final int UNKNOWN = -1;

    static final Slice EMPTY = new Slice(List.of(), UNKNOWN);

    static Slice of(List<Entry> entries) {
        return new Slice(entries, UNKNOWN);
    }

    /** Entries that were read from an offset on: fewer than were asked for are the last ones. */
    static Slice of(List<Entry> entries, int offset, int limit) {
        boolean isEnd = entries.size() < limit && (offset == 0 || !entries.isEmpty());
        return new Slice(entries, isEnd ? offset + entries.size() : UNKNOWN);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    Position last() {
        return entries.get(entries.size() - 1).position();
    }

    List<StoredResource> resources() {
        return entries.stream().map(Entry::resource).filter(Objects::nonNull).toList();
    }

    /** The entries from one index to before another, as far as there are any. */
    Slice part(int from, int to) {
        return new Slice(entries.subList(Math.min(from, size()), Math.min(to, size())), total);
    }

    /** This slice with what follows it. */
    Slice then(Slice next) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(next.entries);
        return of(all);
    }

    Slice sorted(Comparator<Position> order) {
        return of(entries.stream()
                .sorted(Comparator.comparing(Entry::position, order))
                .toList());
    }
}

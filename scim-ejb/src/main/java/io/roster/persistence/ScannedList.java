package io.roster.persistence;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.protocol.StoredResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list whose filter no index answers wholly: the documents of the candidates are matched, batch by batch. */
final class ScannedList implements PagedList {

    private static final int BATCH = 500;

    private final PagedList candidates;
    private final Listed listed;
    private final BoundFilter filter;
    private final boolean withReferences;
    private final String base;

    ScannedList(PagedList candidates, Listed listed, BoundFilter filter, String base) {
        this.candidates = candidates;
        this.listed = listed;
        this.filter = filter;
        // The version tells of changes to what is referred to as well.
        this.withReferences = BoundFilter.mentions(
                filter,
                path -> listed.bindings().isReference(path) || path.notation().equals("meta.version"));
        this.base = base;
    }

    @Override
    public Slice from(int offset, int limit) {
        Matches matches = new Matches(offset, limit);
        matches.goThrough(candidates.from(0, BATCH), false);
        return new Slice(matches.entries, matches.seen);
    }

    @Override
    public Slice after(Position position, boolean inclusive, int limit) {
        Matches matches = new Matches(0, limit);
        matches.goThrough(candidates.after(position, inclusive, BATCH), true);
        return Slice.of(matches.entries);
    }

    @Override
    public int total() {
        return from(0, 0).total();
    }

    private final class Matches {

        private final int offset;
        private final int limit;
        private final List<Slice.Entry> entries = new ArrayList<>();
        private int seen;

        Matches(int offset, int limit) {
            this.offset = offset;
            this.limit = limit;
        }

        void goThrough(Slice first, boolean endsWhenFull) {
            Slice batch = first;
            while (!batch.isEmpty()) {
                add(batch);
                boolean isEnd = batch.size() < BATCH || endsWhenFull && entries.size() == limit;
                batch = isEnd ? Slice.EMPTY : candidates.after(batch.last(), false, BATCH);
            }
        }

        private void add(Slice batch) {
            Map<String, StoredResource> byId = new HashMap<>();
            List<StoredResource> read = batch.resources();
            (withReferences ? listed.withReferences(read, false) : read)
                    .forEach(resource -> byId.put(resource.id(), resource));
            for (Slice.Entry entry : batch.entries()) {
                StoredResource resource = byId.get(entry.position().id());
                if (resource != null && JsonMatcher.matches(filter, Documents.parse(resource.toJson(base)))) {
                    seen++;
                    if (seen > offset && entries.size() < limit) {
                        entries.add(entry);
                    }
                }
            }
        }
    }
}

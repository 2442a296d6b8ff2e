package io.roster.persistence;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists of several resource types as one: one type after the other, or merged where they are sorted by an attribute.
 */
final class CombinedList implements PagedList {

    /**
     * One of the lists.
     *
     * @param resourceType name of its resource type
     * @param list its resources
     */
    record Member(String resourceType, PagedList list) {}

    private final List<Member> members;
    private final boolean descending;
    private final Comparator<Position> order;

    /**
     * @param sorted whether the lists are sorted by an attribute
     * @param descending whether that order is turned round
     */
    CombinedList(List<Member> members, boolean sorted, boolean descending) {
        this.members = members;
        this.descending = descending;
        this.order = sorted ? order() : null;
    }

    @Override
    public Slice from(int offset, int limit) {
        if (order != null) {
            // Where a page lies in each of the lists shows only when they are merged from their beginnings.
            int end = offset + limit;
            return merged(members.stream().map(member -> member.list().from(0, end)))
                    .part(offset, end);
        }
        Slice found = Slice.EMPTY;
        int skip = offset;
        for (Member member : members) {
            int missing = limit - found.size();
            if (missing > 0) {
                Slice slice = member.list().from(skip, missing);
                found = found.then(slice);
                skip = slice.isEmpty() && skip > 0 ? Math.max(0, skip - total(member, slice)) : 0;
            }
        }
        return found;
    }

    @Override
    public Slice after(Position position, boolean inclusive, int limit) {
        int at = indexOf(position);
        if (order != null) {
            return merged(members.stream().map(member -> member.list()
                            .after(position, isBehind(member, at, position, inclusive), limit)))
                    .part(0, limit);
        }
        Slice found = members.get(at).list().after(position, inclusive, limit);
        for (Member member : members.subList(at + 1, members.size())) {
            int missing = limit - found.size();
            found = missing > 0 ? found.then(member.list().from(0, missing)) : found;
        }
        return found;
    }

    /** Of equal keys and ids, whether those of a type stand behind that of the position. */
    private boolean isBehind(Member member, int at, Position position, boolean inclusive) {
        int index = members.indexOf(member);
        boolean isReversed = descending && position.key() != null;
        return index == at ? inclusive : isReversed == index < at;
    }

    @Override
    public int total() {
        return members.stream().mapToInt(member -> member.list().total()).sum();
    }

    private static int total(Member member, Slice slice) {
        return slice.total() == Slice.UNKNOWN ? member.list().total() : slice.total();
    }

    private int indexOf(Position position) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).resourceType().equals(position.resourceType())) {
                return i;
            }
        }
        return 0;
    }

    private Slice merged(Stream<Slice> slices) {
        return slices.reduce(Slice.EMPTY, Slice::then).sorted(order);
    }

    private Comparator<Position> order() {
        Comparator<Position> byPlace = Comparator.comparing(Position::id).thenComparing(this::indexOf);
        Comparator<Position> byKey = Comparator.<Position, Object>comparing(Position::key, CombinedList::compare)
                .thenComparing(byPlace);
        Comparator<Position> present = descending ? byKey.reversed() : byKey;
        return (one, other) -> {
            boolean isPresent = one.key() != null;
            if (isPresent != (other.key() != null)) {
                return isPresent == descending ? 1 : -1;
            }
            return isPresent ? present.compare(one, other) : byPlace.compare(one, other);
        };
    }

    private static int compare(Object one, Object other) {
        return one instanceof Long || one instanceof BigDecimal
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()))
                : one.toString().compareTo(other.toString());
    }
}

package io.roster.persistence;

import io.roster.persistence.Order.Part;
import io.roster.scim.protocol.StoredResource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The resources of one type that a condition selects: the database does all of it. */
final class IndexedList implements PagedList {

    private final DataSource dataSource;
    private final String typeName;
    private final ResourceRows rows;
    private final Condition condition;
    private final Order order;

    IndexedList(DataSource dataSource, Listed listed, Condition condition, Order order) {
        this.dataSource = dataSource;
        this.typeName = listed.type().name();
        this.rows = new ResourceRows(dataSource, listed);
        this.condition = condition;
        this.order = order;
    }

    @Override
    public Slice from(int offset, int limit) {
        if (limit == 0) {
            return Slice.EMPTY;
        }
        List<Slice.Entry> entries =
                order.sorted() ? rows.at(positionsFrom(offset, limit)) : entries(byIdFrom(offset, limit));
        return Slice.of(entries, offset, limit);
    }

    @Override
    public Slice after(Position position, boolean inclusive, int limit) {
        return Slice.of(
                order.sorted()
                        ? rows.at(positionsAfter(position, inclusive, limit))
                        : entries(rows.byId(condition, position.id(), inclusive, limit)));
    }

    @Override
    public int total() {
        return condition.sql() == null ? ResourceCount.total(dataSource, typeName) : rows.count(condition);
    }

    /** Finds where a page behind the first one starts by the index alone: skipping whole rows would read their documents. */
    private List<StoredResource> byIdFrom(int offset, int limit) {
        if (offset == 0) {
            return rows.byId(condition, null, false, limit);
        }
        List<Position> first = rows.positions(order.parts().get(0), condition, null, false, offset, 1);
        return first.isEmpty() ? List.of() : rows.byId(condition, first.get(0).id(), true, limit);
    }

    private List<Position> positionsFrom(int offset, int limit) {
        List<Position> found = new ArrayList<>();
        int skip = offset;
        for (Part part : order.parts()) {
            List<Position> ofPart = rows.positions(part, condition, null, false, skip, limit - found.size());
            found.addAll(ofPart);
            if (found.size() == limit) {
                break;
            }
            boolean isSkipped = ofPart.isEmpty() && skip > 0 && order.parts().size() > 1;
            skip = isSkipped ? Math.max(0, skip - rows.count(part, condition)) : 0;
        }
        return found;
    }

    private List<Position> positionsAfter(Position position, boolean inclusive, int limit) {
        List<Position> found = new ArrayList<>();
        for (Part part : order.parts()) {
            int place = order.compare(position, part);
            if (place <= 0 && found.size() < limit) {
                Position from = place == 0 ? position : null;
                found.addAll(rows.positions(part, condition, from, inclusive, 0, limit - found.size()));
            }
        }
        return found;
    }

    private List<Slice.Entry> entries(List<StoredResource> resources) {
        return resources.stream()
                .map(resource -> new Slice.Entry(new Position(typeName, null, resource.id()), resource))
                .toList();
    }
}

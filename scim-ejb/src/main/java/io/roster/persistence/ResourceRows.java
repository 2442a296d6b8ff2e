package io.roster.persistence;

import io.roster.persistence.Order.Part;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads resources as rows: the stored text and what stands beside it. */
final class ResourceRows {

    private static final String PAGE = " offset ? rows fetch next ? rows only";
    private static final String FROM = " from ";

    private final DataSource dataSource;
    private final ResourceType type;
    private final String table;
    private final String select;

    ResourceRows(DataSource dataSource, Listed listed) {
        this.dataSource = dataSource;
        this.type = listed.type();
        table = listed.bindings().table() + " r";
        select = "select r.id, r.version, r.document, r.created_at, r.modified_at from " + table;
    }

    Optional<StoredResource> one(String id) {
        return Sql.of(select + " where r.id = ?", id).list(dataSource, this::resource).stream()
                .findFirst();
    }

    /** Resources in the order of their ids, from one on, or from the first. */
    List<StoredResource> byId(Condition condition, String fromId, boolean inclusive, int limit) {
        String where = fromId == null ? condition.where() : condition.whereAnd("r.id " + (inclusive ? ">= ?" : "> ?"));
        List<Object> parameters = new ArrayList<>(condition.allParameters());
        if (fromId != null) {
            parameters.add(fromId);
        }
        parameters.addAll(List.of(0, limit));
        return new Sql(select + condition.join() + where + " order by r.id" + PAGE, parameters)
                .list(dataSource, this::resource);
    }

    /**
     * Positions in a part of a list: what an index can tell without the documents.
     *
     * @param from where to begin, or {@code null} for the beginning of the part
     */
    List<Position> positions(Part part, Condition condition, Position from, boolean inclusive, int offset, int limit) {
        List<Object> parameters = new ArrayList<>(condition.allParameters());
        String where = part.condition() == null ? condition.where() : condition.whereAnd(part.condition());
        if (from != null) {
            where += (where.isEmpty() ? " where " : " and ") + part.after(inclusive);
            parameters.addAll(part.key() == null ? List.of(from.id()) : List.of(from.key(), from.key(), from.id()));
        }
        parameters.addAll(List.of(offset, limit));
        String key = part.key() == null ? "" : ", " + part.key();
        String sql = "select " + part.id() + key + from(part, condition) + where + part.orderBy() + PAGE;
        return new Sql(sql, parameters)
                .list(
                        dataSource,
                        row -> new Position(
                                type.name(), part.key() == null ? null : row.getObject(2), row.getString(1)));
    }

    /** The resources at positions. */
    List<Slice.Entry> at(List<Position> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        Map<String, StoredResource> found = new HashMap<>();
        new Sql(
                        select + " where r.id in " + Sql.places(positions.size()),
                        positions.stream().<Object>map(Position::id).toList())
                .list(dataSource, row -> found.put(row.getString(1), resource(row)));
        return positions.stream()
                .map(position -> new Slice.Entry(position, found.get(position.id())))
                .toList();
    }

    int count(Condition condition) {
        return new Sql(
                        "select count(*) from " + table + condition.join() + condition.where(),
                        condition.allParameters())
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    int count(Part part, Condition condition) {
        String where = part.condition() == null ? condition.where() : condition.whereAnd(part.condition());
        return new Sql("select count(*)" + from(part, condition) + where, condition.allParameters())
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    // Where nothing is asked of the resource itself, the rows with the values are enough.
    private String from(Part part, Condition condition) {
        boolean rowsAlone = !part.rows().isEmpty() && condition.sql() == null;
        return FROM
                + (rowsAlone
                        ? part.rows().substring(" join ".length(), part.rows().indexOf(" on "))
                        : table + condition.join() + part.rows());
    }

    private StoredResource resource(ResultSet row) throws SQLException {
        return new StoredResource(
                type.name(),
                type.endpoint(),
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                null,
                null,
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)));
    }
}

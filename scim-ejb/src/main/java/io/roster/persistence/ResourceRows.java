package io.roster.persistence;

import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads resources as rows: the stored text and what stands beside it. */
final class ResourceRows {

    private static final String PAGE = " order by r.id offset ? rows fetch next ? rows only";

    private final DataSource dataSource;
    private final ResourceType type;
    private final String from;
    private final String select;

    ResourceRows(DataSource dataSource, ResourceType type, ColumnBindings bindings) {
        this.dataSource = dataSource;
        this.type = type;
        from = " from " + bindings.table() + " r";
        select = "select r.id, r.version, r.document, r.created_at, r.modified_at" + from;
    }

    Optional<StoredResource> one(String id) {
        return Sql.of(select + " where r.id = ?", id).list(dataSource, this::resource).stream()
                .findFirst();
    }

    List<StoredResource> after(Condition condition, String id, int limit) {
        return list(condition, condition.whereAnd("r.id > ?") + PAGE, id, 0, limit);
    }

    /** Finds where a page behind the first one starts by the index alone: skipping whole rows would read their documents. */
    List<StoredResource> from(Condition condition, int offset, int limit) {
        if (offset == 0) {
            return list(condition, condition.where() + PAGE, 0, limit);
        }
        return Sql.of("select r.id" + from + condition.where() + PAGE, parameters(condition, offset, 1))
                .list(dataSource, row -> row.getString(1))
                .stream()
                .findFirst()
                .map(first -> list(condition, condition.whereAnd("r.id >= ?") + PAGE, first, 0, limit))
                .orElse(List.of());
    }

    int count(Condition condition) {
        return new Sql("select count(*)" + from + condition.where(), condition.parameters())
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    private List<StoredResource> list(Condition condition, String rest, Object... more) {
        return Sql.of(select + rest, parameters(condition, more)).list(dataSource, this::resource);
    }

    private static Object[] parameters(Condition condition, Object... more) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.addAll(List.of(more));
        return parameters.toArray();
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

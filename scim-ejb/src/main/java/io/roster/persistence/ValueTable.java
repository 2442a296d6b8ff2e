package io.roster.persistence;

import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The table of index rows over a kind of resource. Part of the transaction of the boundary that writes the documents; what
 * it writes depends on the documents alone.
 */
public final class ValueTable {

    private final DataSource dataSource;
    private final ColumnBindings bindings;

    /**
     * The table of a kind of resource.
     *
     * @param dataSource shareable, so that it gives the transaction's connection
     * @param bindings where its attributes stand, the table among them
     */
    public ValueTable(DataSource dataSource, ColumnBindings bindings) {
        this.dataSource = dataSource;
        this.bindings = bindings;
    }

    /**
     * A resource whose document changes.
     *
     * @param id the SCIM id
     * @param before the stored document before, empty for a new resource
     * @param after the stored document after
     */
    public record Change(String id, JsonObject before, JsonObject after) {}

    /**
     * Writes the difference between the rows of two versions of a resource.
     *
     * @param type the resource type, with the attributes that there are now
     * @param id the SCIM id
     * @param before the stored document before, empty for a new resource
     * @param after the stored document after
     * @throws PersistenceException when the database fails; its cause is the {@link SQLException}
     */
    public void update(ResourceType type, String id, JsonObject before, JsonObject after) {
        update(type, List.of(new Change(id, before, after)));
    }

    /**
     * Writes the differences of many resources, with at most two trips to the database.
     *
     * @param type the resource type, with the attributes that there are now
     * @param changes one for each resource
     * @throws PersistenceException when the database fails; its cause is the {@link SQLException}
     */
    public void update(ResourceType type, List<Change> changes) {
        List<Row> removed = new ArrayList<>();
        List<Row> added = new ArrayList<>();
        for (Change change : changes) {
            Set<ValueRow> old = new LinkedHashSet<>(ValueRows.of(type, bindings, change.before()));
            Set<ValueRow> now = new LinkedHashSet<>(ValueRows.of(type, bindings, change.after()));
            old.stream().filter(row -> !now.contains(row)).forEach(row -> removed.add(new Row(change.id(), row)));
            now.stream().filter(row -> !old.contains(row)).forEach(row -> added.add(new Row(change.id(), row)));
        }
        if (removed.isEmpty() && added.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            delete(connection, removed);
            insert(connection, added);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Removes all rows of a resource.
     *
     * @param id the SCIM id
     * @throws PersistenceException as {@link #update}
     */
    public void delete(String id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "delete from " + bindings.valueTable() + " where " + bindings.valueId() + " = ?")) {
            statement.setString(1, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    void insert(Connection connection, ResourceType type, String id, JsonObject document) throws SQLException {
        insert(
                connection,
                ValueRows.of(type, bindings, document).stream()
                        .map(row -> new Row(id, row))
                        .toList());
    }

    private void delete(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("delete from " + bindings.valueTable()
                + " where " + bindings.valueId() + " = ? and attribute = ? and ordinal = ?")) {
            for (Row row : rows) {
                statement.setString(1, row.id());
                statement.setString(2, row.values().attribute());
                statement.setInt(3, row.values().ordinal());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void insert(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into " + bindings.valueTable() + " ("
                + bindings.valueId()
                + ", attribute, ordinal, value_key, number_value, type_key, display_key, is_primary,"
                + " is_first) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
                set(statement, row.id(), row.values());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, String id, ValueRow row) throws SQLException {
        statement.setString(1, id);
        statement.setString(2, row.attribute());
        statement.setInt(3, row.ordinal());
        statement.setString(4, row.valueKey());
        setNullable(statement, 5, row.number(), Types.DECIMAL);
        statement.setString(6, row.typeKey());
        statement.setString(7, row.displayKey());
        setNullable(statement, 8, row.primary(), Types.BOOLEAN);
        statement.setBoolean(9, row.first());
    }

    private static void setNullable(PreparedStatement statement, int index, Object value, int type)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, type);
        } else {
            statement.setObject(index, value);
        }
    }

    private record Row(String id, ValueRow values) {}
}

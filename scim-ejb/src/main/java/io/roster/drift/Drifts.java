package io.roster.drift;

import io.roster.access.Roles;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What the last comparison that ended well found, as administrators see it. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Drifts {

    private static final String SELECT =
            "select d.id, d.resource_type, d.okta_id, d.roster_id, d.name, d.kind, d.fields,"
                    + " d.okta_members, d.roster_members from drift d join drift_shown s on s.run_id = d.run_id where d.id";

    // Derby sorts all rows otherwise; PostgreSQL chooses well by itself, and takes this for a comment.
    private static final String LIST =
            "select id from drift --DERBY-PROPERTIES index=drift_list\n" + " where run_id = ? and resource_type = ?";

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * The comparison that is shown.
     *
     * @param compared when it ended; {@code null} when there was none
     * @param pushRefusal why Okta did not tell of group push; {@code null} where it did
     */
    public record Shown(Instant compared, String pushRefusal) {}

    /** {@return the comparison that is shown} */
    public Shown shown() {
        return Sql.of("select compared_at, push_refusal from drift_shown where id = 1")
                .list(dataSource, row -> new Shown(instant(row, 1), row.getString(2)))
                .get(0);
    }

    /**
     * Counts them all, in one statement.
     *
     * @return how many there are of each kind, of people under {@code false} and of groups under {@code true}; what there
     *     is none of is left out
     */
    public Map<Boolean, Map<DriftKind, Long>> counts() {
        Map<Boolean, Map<DriftKind, Long>> counts =
                Map.of(true, new EnumMap<>(DriftKind.class), false, new EnumMap<>(DriftKind.class));
        Sql.of("select d.resource_type, d.kind, count(*) from drift d join drift_shown s on s.run_id = d.run_id"
                        + " group by d.resource_type, d.kind")
                .list(dataSource, row -> counts.get(row.getString(1).equals("Group"))
                        .put(DriftKind.valueOf(row.getString(2)), row.getLong(3)));
        return counts;
    }

    /**
     * A page of rows.
     *
     * @param query which
     * @param offset how many to leave out
     * @param most how many at most
     * @return rows by kind, then by name
     */
    public List<Drift> page(DriftQuery query, int offset, int most) {
        Optional<String> runId = Sql.of("select run_id from drift_shown where run_id is not null")
                .list(dataSource, row -> row.getString(1))
                .stream()
                .findFirst();
        return runId.map(run -> rows(ids(run, query, offset, most))).orElse(List.of());
    }

    private List<String> ids(String runId, DriftQuery query, int offset, int most) {
        List<Object> values = new ArrayList<>();
        values.add(runId);
        values.add(query.groups() ? "Group" : "User");
        String where = "";
        if (query.kind() != null) {
            where += " and kind = ?";
            values.add(query.kind().name());
        }
        if (query.search() != null) {
            where += " and name_key like ? escape '!'";
            values.add(Keys.fold(query.search()).replaceAll("[!%_]", "!$0") + '%');
        }
        values.add(offset);
        values.add(most);
        return new Sql(LIST + where + " order by kind, name_key, id offset ? rows fetch next ? rows only", values)
                .list(dataSource, row -> row.getString(1));
    }

    private List<Drift> rows(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : new Sql(SELECT + " in " + Sql.places(ids.size()), List.copyOf(ids))
                        .list(dataSource, Drifts::drift).stream()
                                .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
                                .toList();
    }

    /**
     * A row.
     *
     * @param id its id
     * @return empty where nothing differs any more, or a later comparison was made
     */
    public Optional<Drift> find(String id) {
        return Sql.of(SELECT + " = ?", id).list(dataSource, Drifts::drift).stream()
                .findFirst();
    }

    /** {@return push mappings in error, and those of groups through which the app is assigned too; by name} */
    public List<PushMapping> mappings() {
        return Sql.of("select m.mapping_id, m.source_id, m.target_id, m.name, m.status, m.assigned, m.error_summary,"
                        + " m.last_push from drift_push m join drift_shown s on s.run_id = m.run_id"
                        + " order by m.name, m.mapping_id")
                .list(
                        dataSource,
                        row -> new PushMapping(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6),
                                row.getString(7),
                                instant(row, 8)));
    }

    private static Drift drift(ResultSet row) throws SQLException {
        return new Drift(
                row.getString(1),
                row.getString(2).equals("Group"),
                Keys.original(row.getString(3)),
                row.getString(4),
                row.getString(5),
                DriftKind.valueOf(row.getString(6)),
                DriftField.read(row.getString(7)),
                row.getLong(8),
                row.getLong(9));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}

package io.roster.telephony;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Adds rows of numbers and extensions and takes them away, many in one statement, within the caller's transaction. */
@Dependent
public class PoolRows {

    private static final int ASKED = 500;
    private static final int WRITTEN = 1_000;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /** Those of the numbers that are in the pool. */
    Set<String> known(List<String> numbers) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < numbers.size(); from += ASKED) {
            List<String> some = numbers.subList(from, Math.min(from + ASKED, numbers.size()));
            String sql = "select number from phone_number where number in " + Sql.places(some.size());
            known.addAll(new Sql(sql, List.copyOf(some)).list(dataSource, row -> row.getString(1)));
        }
        return known;
    }

    void addNumbers(Collection<String> numbers, String by) {
        long now = System.currentTimeMillis();
        insert(
                "insert into phone_number (number, free_from, changed_at, added_at, added_by) values (?, 0, ?, ?, ?)",
                numbers,
                now,
                now,
                by);
    }

    void addExtensions(Collection<String> extensions, String rangeId) {
        insert(
                "insert into extension_number (extension, free_from, changed_at, range_id) values (?, 0, ?, ?)",
                extensions,
                System.currentTimeMillis(),
                rangeId);
    }

    private void insert(String sql, Collection<String> values, Object... more) {
        entities.flush();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (String value : values) {
                statement.setString(1, value);
                for (int i = 0; i < more.length; i++) {
                    statement.setObject(i + 2, more[i]);
                }
                statement.addBatch();
                if (++waiting % WRITTEN == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Takes a number that nobody has out of the pool; whether it was there and nobody had it. */
    boolean remove(String number) {
        return entities.createNativeQuery("delete from phone_number where number = ?1 and person_id is null")
                        .setParameter(1, number)
                        .executeUpdate()
                == 1;
    }

    /** Makes free what rests; whether it rested. */
    boolean endRest(PoolKind kind, String value) {
        long now = System.currentTimeMillis();
        return entities.createNativeQuery("update " + kind.table() + " set free_from = ?1, changed_at = ?2 where "
                                + kind.column() + " = ?3 and person_id is null and free_from > ?4")
                        .setParameter(1, now)
                        .setParameter(2, now)
                        .setParameter(3, value)
                        .setParameter(4, now)
                        .executeUpdate()
                == 1;
    }

    /**
     * Takes the extensions of a range away that are not within a span.
     *
     * @return how many of them are assigned, and therefore still there
     */
    int keepOnly(String rangeId, ExtensionSpan kept) {
        String outside = " where range_id = ?1 and (length(extension) <> ?2 or extension < ?3 or extension > ?4)";
        delete(outside, rangeId, kept.first().length(), kept.first(), kept.last());
        return count(outside, rangeId, kept.first().length(), kept.first(), kept.last());
    }

    /** Takes all extensions of a range away; as {@link #keepOnly}. */
    int keepNone(String rangeId) {
        delete(" where range_id = ?1", rangeId);
        return count(" where range_id = ?1", rangeId);
    }

    private void delete(String where, Object... parameters) {
        query("delete from extension_number" + where + " and person_id is null", parameters)
                .executeUpdate();
    }

    private int count(String where, Object... parameters) {
        return ((Number) query("select count(*) from extension_number" + where, parameters)
                        .getSingleResult())
                .intValue();
    }

    private Query query(String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}

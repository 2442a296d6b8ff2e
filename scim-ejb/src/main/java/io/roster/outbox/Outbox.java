package io.roster.outbox;

import io.roster.persistence.Documents;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/**
 * Leaves rows in the outbox, as part of the caller's transaction: both are kept, or neither is. Rows are left whether or
 * not sync-back is on, so that switching it on misses nothing that was released while it was off.
 *
 * <p>Two transactions that leave the first row of one person meet in the key: the later one fails with a unique violation
 * and is repeated by {@code Conflicts.retried}. Who holds the person's row, as changes of services do, never gets there.
 */
@Dependent
public class Outbox {

    // A held row stays held, all others are due at once; who waits already has waited since then.
    private static final String COUNT_UP = """
            update outbox set requested = requested + 1, okta_id = ?, attempts = 0, next_attempt = ?, changed_at = ?,
              waiting_since = case when state = 'DONE' then ? else waiting_since end,
              state = case when state = 'HELD' then state else 'PENDING' end
            where person_id = ?""";

    private static final String COUNT_UP_WITH_WISH = COUNT_UP.replace("attempts = 0", "attempts = 0, lifecycle = ?");

    private static final String INSERT = """
            insert into outbox (person_id, okta_id, requested, state, next_attempt, attempts, waiting_since, changed_at,
              lifecycle) values (?, ?, 1, 'PENDING', ?, 0, ?, ?, ?)""";

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /**
     * Notes that services of people changed, with at most two trips to the database.
     *
     * @param people each at most once, only those whom Okta knows
     * @throws PersistenceException when the database fails; its cause is the {@link SQLException}
     */
    public void changed(Collection<Changed> people) {
        write(people, null);
    }

    /**
     * Notes that an administrator deactivated or reactivated people in Roster, so that Okta follows as the settings want
     * it. Not to be called for what Okta pushed.
     *
     * @param people each at most once, only those whom Okta knows
     * @param active whether they are active from now on
     * @throws PersistenceException as {@link #changed}
     */
    public void lifecycle(Collection<Changed> people, boolean active) {
        if (!people.isEmpty()) {
            SyncbackSettings.read(dataSource).wish(active).ifPresent(wish -> write(people, wish));
        }
    }

    private void write(Collection<Changed> people, LifecycleWish wish) {
        if (people.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            write(connection, people, wish);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    static void write(Connection connection, Collection<Changed> people, LifecycleWish wish) throws SQLException {
        // In one order everywhere, so that two transactions wait for each other and never in a circle
        List<Changed> ordered = new ArrayList<>(people);
        ordered.sort(Comparator.comparing(Changed::personId));
        insert(connection, countUp(connection, ordered, wish), wish);
    }

    /** Counts up the rows that are there, and says who has none. */
    private static List<Changed> countUp(Connection connection, List<Changed> people, LifecycleWish wish)
            throws SQLException {
        long now = Documents.now().toEpochMilli();
        try (PreparedStatement statement = connection.prepareStatement(wish == null ? COUNT_UP : COUNT_UP_WITH_WISH)) {
            for (Changed person : people) {
                int column = 0;
                statement.setString(++column, person.oktaId());
                if (wish != null) {
                    statement.setString(++column, wish.name());
                }
                statement.setLong(++column, now);
                statement.setLong(++column, now);
                statement.setLong(++column, now);
                statement.setString(++column, person.personId());
                statement.addBatch();
            }
            int[] updated = statement.executeBatch();
            List<Changed> missing = new ArrayList<>();
            for (int i = 0; i < updated.length; i++) {
                if (updated[i] == 0) {
                    missing.add(people.get(i));
                }
            }
            return missing;
        }
    }

    private static void insert(Connection connection, List<Changed> people, LifecycleWish wish) throws SQLException {
        if (people.isEmpty()) {
            return;
        }
        long now = Documents.now().toEpochMilli();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Changed person : people) {
                statement.setString(1, person.personId());
                statement.setString(2, person.oktaId());
                statement.setLong(3, now);
                statement.setLong(4, now);
                statement.setLong(5, now);
                statement.setString(6, wish == null ? null : wish.name());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}

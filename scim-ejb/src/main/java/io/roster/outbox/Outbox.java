package io.roster.outbox;

import io.roster.persistence.Documents;
import io.roster.persistence.Keys;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
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

    // A held row stays held, all others are due at once; who waits already has waited since then. An earlier wish
    // stays.
    private static final String COUNT_UP = """
        update outbox set requested = requested + 1, attempts = 0, okta_id = ?, next_attempt = ?, changed_at = ?,
          waiting_since = case when state = 'DONE' then cast(? as bigint) else waiting_since end,
          lifecycle = coalesce(cast(? as varchar(16)), lifecycle),
          state = case when state = 'HELD' then state else 'PENDING' end
        where person_id = ?\
        """;

    private static final String INSERT = """
        insert into outbox (requested, state, attempts, okta_id, next_attempt, changed_at, waiting_since, lifecycle,
          person_id) values (1, 'PENDING', 0, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String ECHOED =
            "update outbox_field set echoed_at = ? where person_id = ? and field = 'NUMBER'"
                    + " and value = ? and written_at is not null and echoed_at is null";

    private static final int LONGEST_ID = 255;

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

    /**
     * Notes that Okta pushed a number to Roster: where it is the one that was written last, this is its echo. Nothing is
     * written to Okta because of a push, so that an echo ends here.
     *
     * @param personId the SCIM id
     * @param number the number that Okta pushed
     * @throws PersistenceException as {@link #changed}
     */
    public void echoed(String personId, String number) {
        try (Connection connection = dataSource.getConnection()) {
            Batch.execute(
                    connection, ECHOED, List.of(Arrays.asList(Documents.now().toEpochMilli(), personId, number)));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Whether Okta follows what administrators do here, as the settings are.
     *
     * @param active whether the person would be active from then on
     * @return false while sync-back is off, or nothing is to happen in Okta
     */
    public boolean follows(boolean active) {
        return SyncbackSettings.read(dataSource).wish(active).isPresent();
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
        long now = Documents.now().toEpochMilli();
        // In one order everywhere, so that two transactions wait for each other and never in a circle
        List<List<Object>> rows = people.stream()
                .sorted(Comparator.comparing(Changed::personId))
                .map(person -> row(person, wish, now))
                .toList();
        Batch.execute(connection, INSERT, Batch.execute(connection, COUNT_UP, rows));
    }

    // Okta's ids are short; what a client sent instead may be longer, and is an id that Okta does not know either way.
    private static List<Object> row(Changed person, LifecycleWish wish, long now) {
        String oktaId = Keys.shortened(person.oktaId(), LONGEST_ID);
        return Arrays.asList(oktaId, now, now, now, wish == null ? null : wish.name(), person.personId());
    }
}

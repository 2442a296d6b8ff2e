package io.roster.outbox;

import io.roster.access.Roles;
import io.roster.persistence.Documents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes for {@link Syncback}, one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SyncbackWriter {

    private static final String RETRY = "update outbox set state = 'PENDING', next_attempt = ?, attempts = 0";
    private static final String RETRY_ONE = RETRY + " where person_id = ? and state <> 'DONE'";
    private static final String RETRY_ALL = RETRY + " where state = 'PARKED' or state = 'PENDING' and attempts > 0";

    private static final String HOLD = "update outbox set state = 'HELD', reason = 'BY_ADMINISTRATOR', detail = null"
            + " where person_id = ? and state <> 'DONE'";

    private static final String SAVE = """
        update syncback_setting set enabled = ?, share_percent = ?, concurrency = ?, interval_minutes = ?,
          when_deactivated = ?, unsuspends = ?, reactivates = ?, version = version + 1\
        """;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /** As {@link Syncback#stop}. */
    public Integer stop() {
        return execute("update syncback_run set stop_requested = true where ending is null");
    }

    /** As {@link Syncback#retry}. */
    public Integer retry(String personId) {
        long now = Documents.now().toEpochMilli();
        return personId == null ? execute(RETRY_ALL, now) : execute(RETRY_ONE, now, personId);
    }

    /** As {@link Syncback#hold}. */
    public Integer hold(String personId) {
        return execute(HOLD, personId);
    }

    /** As {@link Syncback#writeAll}. */
    public Integer writeAll() {
        return execute("update syncback_lease set refill_after = ''");
    }

    /** As {@link Syncback#save}. */
    public Integer save(SyncbackSettings settings) {
        boolean switchedOn =
                settings.enabled() && !SyncbackSettings.read(dataSource).enabled();
        if (switchedOn) {
            writeAll();
        }
        return execute(
                SAVE,
                settings.enabled(),
                settings.sharePercent(),
                settings.concurrency(),
                settings.intervalMinutes(),
                settings.whenDeactivated().name(),
                settings.unsuspends(),
                settings.reactivates());
    }

    private int execute(String statement, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}

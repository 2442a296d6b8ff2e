package io.roster.outbox;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.persistence.Documents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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

    private static final String LOCK = "update syncback_setting set version = version + 1";

    private static final String SAVE = """
        update syncback_setting set enabled = ?, share_percent = ?, concurrency = ?, interval_minutes = ?,
          when_deactivated = ?, unsuspends = ?, reactivates = ?\
        """;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

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

    /** As {@link Syncback#save}; what was and what is, is an event, unless nothing differs. */
    public Boolean save(Caller caller, SyncbackSettings settings) {
        // Of two administrators the second sees what the first has left.
        execute(LOCK);
        SyncbackSettings before = SyncbackSettings.read(dataSource);
        if (settings.enabled() && !before.enabled()) {
            writeAll();
        }
        execute(
                SAVE,
                settings.enabled(),
                settings.sharePercent(),
                settings.concurrency(),
                settings.intervalMinutes(),
                settings.whenDeactivated().name(),
                settings.unsuspends(),
                settings.reactivates());
        boolean differs = !settings.equals(before);
        if (differs) {
            audit.record(Entry.done(
                    caller,
                    Action.UPDATED,
                    200,
                    "SyncbackRules",
                    SyncbackSettings.RESOURCE,
                    null,
                    Changes.between(before.described(), settings.described())));
        }
        return differs;
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

package io.roster.hook;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes for {@link HookRules} and {@link ImportHook}, one transaction a call. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HookWriter {

    private static final String LOCK = "update import_hook set version = version + 1";
    private static final String SAVE = "update import_hook set when_matched = ?, when_taken = ?, corrects = ?";

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    /** As {@link HookRules#save}. */
    public Boolean save(Caller caller, HookSettings settings) {
        // Of two administrators the second sees what the first has left.
        execute(LOCK);
        HookSettings before = HookSettings.read(dataSource);
        boolean differs = !settings.equals(before);
        if (differs) {
            execute(SAVE, settings.whenMatched().name(), settings.whenTaken().name(), settings.corrects());
            audit.record(Entry.done(
                    caller,
                    Action.UPDATED,
                    200,
                    "ImportHook",
                    HookSettings.RESOURCE,
                    null,
                    Changes.between(before.described(), settings.described())));
        }
        return differs;
    }

    /** Records what was answered. */
    public Void record(Entry entry) {
        audit.record(entry);
        return null;
    }

    private void execute(String statement, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}

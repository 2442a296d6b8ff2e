package io.roster.telephony;

import io.roster.access.Roles;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Writes for {@link BulkWorks}. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkWorkWriter {

    /** For how long the result of a work is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 500;

    @Inject
    private Rows rows;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /** As {@link BulkWorks#start}; forgets works of long ago. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String add(String by, BulkAction action, String subject, List<String> personIds) {
        Instant now = Documents.now();
        forgetBefore(now.minus(KEPT));
        String id = Ids.next();
        rows.change(
                "insert into bulk_work (id, action, total, done, unchanged, refused, state, leased_until, created_at,"
                        + " created_by, seen) values (?, ?, ?, 0, 0, 0, 'RUNNING', 0, ?, ?, ?)",
                id,
                action.name(),
                personIds.size(),
                now.toEpochMilli(),
                by,
                false);
        if (subject != null) {
            rows.change("update bulk_work set subject = ? where id = ?", subject, id);
        }
        addPeople(id, personIds);
        return id;
    }

    /** As {@link BulkWorks#see}. */
    public void see(String by, String id) {
        rows.change(
                "update bulk_work set seen = ? where id = ? and created_by = ? and ended_at is not null and seen = ?",
                true,
                id,
                by,
                false);
    }

    private void forgetBefore(Instant limit) {
        List<String> old = rows.list(
                "select id from bulk_work where created_at < ? and ended_at is not null",
                row -> row.getString(1),
                limit.toEpochMilli());
        for (String id : old) {
            rows.change("delete from bulk_person where work_id = ?", id);
            rows.change("delete from bulk_work where id = ?", id);
        }
    }

    private void addPeople(String id, List<String> personIds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into bulk_person (work_id, person_id) values (?, ?)")) {
            int batched = 0;
            for (String personId : personIds) {
                insert.setString(1, id);
                insert.setString(2, personId);
                insert.addBatch();
                if (++batched % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}

package io.roster.telephony;

import io.roster.access.Roles;
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
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Writes for {@link BulkWorks}. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkWorkWriter {

    private static final int BATCH = 500;

    @Inject
    private BulkWorkRows works;

    @Inject
    private Rows rows;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /** As {@link BulkWorks#start}. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String add(String by, BulkAction action, String subject, List<String> personIds) {
        String id = Ids.next();
        works.add(id, by, action, subject, personIds.size());
        addPeople(id, personIds);
        return id;
    }

    /** As {@link BulkWorks#undo}. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String undo(String by, String workId) {
        Optional<String> begun = rows.text("select id from bulk_work where undoes = ?", workId);
        if (begun.isPresent()) {
            return begun.get();
        }
        BulkWork work = rows.list("select " + BulkWork.COLUMNS + " from bulk_work where id = ?", BulkWork::read, workId)
                .get(0);
        BulkAction undo = work.action()
                .undo()
                .filter(action -> work.ended() != null)
                .orElseThrow(() -> new IllegalArgumentException("Nothing to take back in " + workId));
        String id = Ids.next();
        works.add(id, by, undo, work.subject(), work.done());
        rows.change("update bulk_work set undoes = ? where id = ?", workId, id);
        rows.change(
                "insert into bulk_person (work_id, person_id, given) select cast(? as varchar(36)), person_id, given"
                        + " from bulk_person where work_id = ? and outcome = 'DONE'",
                id,
                workId);
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

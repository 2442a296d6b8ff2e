package io.roster.telephony;

import io.roster.access.Roles;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Services assigned to a selection of people, or taken from them: asked for here, done in the background. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkWorks {

    @EJB
    private BulkWorkWriter writer;

    @Inject
    private Event<BulkRequested> requested;

    @Resource
    private SessionContext session;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * Asks for work. It begins at once, goes on after a server was stopped, and treats each person once.
     *
     * @param action what to do to each
     * @param subject see {@link BulkAction}; {@code null} where the action needs none
     * @param personIds SCIM ids, in any order
     * @return the id of the work
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String start(BulkAction action, String subject, Collection<String> personIds) {
        String id = writer.add(
                session.getCallerPrincipal().getName(), action, subject, List.copyOf(new TreeSet<>(personIds)));
        requested.fire(new BulkRequested(id));
        return id;
    }

    /**
     * Asks that what a work has released be given back to those who had it, as far as nobody else has it. Asking again
     * changes nothing.
     *
     * @param workId the id of a work that has ended and whose action can be taken back
     * @return the id of the work that does it
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String undo(String workId) {
        String by = session.getCallerPrincipal().getName();
        String id = Conflicts.retried(() -> writer.undo(by, workId));
        requested.fire(new BulkRequested(id));
        return id;
    }

    /**
     * @param id the id of a work
     * @return the id of the work that takes it back; empty where nobody has asked for that
     */
    public Optional<String> undoneBy(String id) {
        return Sql.of("select id from bulk_work where undoes = ?", id)
                .list(dataSource, row -> row.getString(1))
                .stream()
                .findFirst();
    }

    /**
     * @param id the id of a work
     * @return how far it is; empty when there is none of that id
     */
    public Optional<BulkWork> find(String id) {
        return Sql.of("select " + BulkWork.COLUMNS + " from bulk_work where id = ?", String.valueOf(id))
                .list(dataSource, BulkWork::read)
                .stream()
                .findFirst();
    }

    /**
     * @param count how many at most
     * @return the latest works, the newest first
     */
    public List<BulkWork> latest(int count) {
        return Sql.of(
                        "select " + BulkWork.COLUMNS
                                + " from bulk_work order by created_at desc, id fetch first ? rows only",
                        count)
                .list(dataSource, BulkWork::read);
    }

    /** @return works of the caller that run, or have ended and were not looked at since; the newest first */
    public List<BulkWork> unseen() {
        return Sql.of(
                        "select " + BulkWork.COLUMNS
                                + " from bulk_work where created_by = ? and seen = ? order by created_at desc, id"
                                + " fetch first 20 rows only",
                        session.getCallerPrincipal().getName(),
                        false)
                .list(dataSource, BulkWork::read);
    }

    /**
     * Notes that the caller has seen how a work ended. Another administrator's look does not count.
     *
     * @param id the id of a work that has ended
     */
    public void see(String id) {
        writer.see(session.getCallerPrincipal().getName(), id);
    }

    /**
     * What came of a work for each person.
     *
     * @param id the id of the work
     * @param outcome only people of whom that came; {@code null} for all
     * @param offset how many people come before the page
     * @param count how many people the page has at most
     * @return people in the order of their ids
     */
    public List<BulkPerson> people(String id, BulkOutcome outcome, int offset, int count) {
        List<Object> values = new ArrayList<>(List.of(id));
        if (outcome != null) {
            values.add(outcome.name());
        }
        values.add(offset);
        values.add(count);
        return new Sql(
                        "select b.person_id, p.full_name, b.outcome, b.reason, b.given from bulk_person b"
                                + " left join person p on p.id = b.person_id where b.work_id = ?"
                                + (outcome == null ? "" : " and b.outcome = ?")
                                + " order by b.person_id offset ? rows fetch next ? rows only",
                        values)
                .list(dataSource, BulkWorks::person);
    }

    private static BulkPerson person(ResultSet row) throws SQLException {
        String outcome = row.getString(3);
        String reason = row.getString(4);
        return new BulkPerson(
                row.getString(1),
                row.getString(2),
                outcome == null ? null : BulkOutcome.valueOf(outcome),
                reason == null ? null : BulkReason.valueOf(reason),
                row.getString(5));
    }
}

package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import io.roster.schema.Schemas;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The number and the extension of one person, as an administrator changes them who has seen what the person has: of two who
 * change the same at the same time, the second is told. Each method that writes is one transaction.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AssignedServices {

    @EJB
    private AssignedServicesWriter writer;

    @Inject
    private Schemas schemas;

    @Resource
    private SessionContext session;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * @param kind which kind
     * @param personId the SCIM id
     * @return what the person has
     */
    public Optional<String> of(PoolKind kind, String personId) {
        return Sql.of("select " + kind.column() + " from " + kind.table() + " where person_id = ?", personId)
                .list(dataSource, row -> row.getString(1))
                .stream()
                .findFirst();
    }

    /**
     * @param personId the SCIM id
     * @return since when the person is deactivated; empty for an active one
     */
    public Optional<Instant> leftAt(String personId) {
        return Sql.of("select left_at from departure where person_id = ?", personId)
                .list(dataSource, row -> Instant.ofEpochMilli(row.getLong(1)))
                .stream()
                .findFirst();
    }

    /**
     * @param personId the SCIM id of somebody who is deactivated
     * @return the number and the extension that were freed and that the person gets back, if nobody has them by then
     */
    public List<FreedService> freed(String personId) {
        return Sql.of("select kind, subject from freed_service where person_id = ? order by kind desc", personId)
                .list(dataSource, row -> new FreedService(ServiceKind.valueOf(row.getString(1)), row.getString(2)));
    }

    /**
     * Gives the person a certain number or extension, in place of the one that the person had.
     *
     * @param kind which kind
     * @param personId the SCIM id
     * @param seen what the person had when the administrator looked; {@code null} for none
     * @param value the number in E.164 form, or the extension
     * @throws ServicesRefused when the person has another one by now, or was deleted
     * @throws NumberRefused when it is not there, not free, or the person is deactivated
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void assign(PoolKind kind, String personId, String seen, String value) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.assign(caller, schemas.user(), kind, personId, seen, value));
    }

    /**
     * Gives the person the next free number or extension, in place of the one that the person had.
     *
     * @param kind which kind
     * @param personId the SCIM id
     * @param seen as at {@link #assign}
     * @param within what a number is to begin with, or the id of a range of extensions; empty for any
     * @return the number in E.164 form, or the extension
     * @throws ServicesRefused as at {@link #assign}
     * @throws NumberRefused as at {@link #assign}, and when none is free there
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String assignNext(PoolKind kind, String personId, String seen, String within) {
        Caller caller = caller();
        Within where = Within.of(kind, within);
        return Conflicts.retried(() -> writer.assignNext(caller, schemas.user(), where, personId, seen));
    }

    /**
     * Takes a number or extension from the person; it rests from now on.
     *
     * @param kind which kind
     * @param personId the SCIM id
     * @param seen what the person had when the administrator looked
     * @throws ServicesRefused when the person has another one by now, or none, or was deleted
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void release(PoolKind kind, String personId, String seen) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.release(caller, schemas.user(), kind, personId, seen));
    }

    /**
     * Undoes a release, while nobody else has the number or extension.
     *
     * @param kind which kind
     * @param personId the SCIM id
     * @param value what was released
     * @throws ServicesRefused when the person has one again, was deleted, or it is gone
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void giveBack(PoolKind kind, String personId, String value) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.giveBack(caller, schemas.user(), kind, personId, value));
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

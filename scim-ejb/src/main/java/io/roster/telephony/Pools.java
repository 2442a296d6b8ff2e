package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.schema.Schemas;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pools of phone numbers and of extensions: what is in them, and who has it. Each method that writes is one
 * transaction, repeated where it lost against a concurrent one. What comes into the pools is in {@link NumberPool} and
 * {@link ExtensionRanges}.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pools {

    @Inject
    private PoolList list;

    @Inject
    private Assignments assignments;

    @Inject
    private Schemas schemas;

    @EJB
    private AssignmentWriter writer;

    @Resource
    private SessionContext session;

    /**
     * A page of the numbers, or of the extensions of a range.
     *
     * @param kind which kind
     * @param query what to list, in which order
     * @param offset how many come before the page, 0 or more
     * @param count how many the page has at most, 1 to 500
     * @return the page, empty when it lies past the end
     */
    public PoolPage page(PoolKind kind, PoolQuery query, int offset, int count) {
        return list.page(kind, query, offset, count);
    }

    /**
     * @param kind which kind
     * @param value the number in E.164 form, or the extension
     * @return what there is to know of it, empty when it is not in the pool
     */
    public Optional<PoolRow> find(PoolKind kind, String value) {
        return list.find(kind, value);
    }

    /**
     * What can be assigned, to choose from.
     *
     * @param kind which kind
     * @param prefix what they begin with, such as {@code +4930} or {@code 42}; empty for any
     * @param count how many at most
     * @return those that nobody ever had in their order, then those whose rest ended the longest ago
     */
    public List<String> free(PoolKind kind, String prefix, int count) {
        return list.free(kind, prefix, count);
    }

    /**
     * @param kind which kind
     * @param personIds SCIM ids of people, 500 at most
     * @return what they have by SCIM id, without those who have none
     */
    public Map<String, String> of(PoolKind kind, Collection<String> personIds) {
        return assignments.of(kind, personIds);
    }

    /**
     * Gives a person a certain number or extension.
     *
     * @param kind which kind
     * @param personId the SCIM id
     * @param value the number in E.164 form, or the extension
     * @param replacing whether one that the person has already is released for it; it then rests
     * @throws NumberRefused when it is not in the pool or not free, when the person is deactivated or not there, and when
     *     the person has another one that is not to be replaced
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void assign(PoolKind kind, String personId, String value, boolean replacing) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.assign(caller, schemas.user(), kind, personId, value, replacing));
    }

    /**
     * Gives a person the next free number or extension.
     *
     * @param kind which kind
     * @param personId the SCIM id
     * @param within what a number is to begin with, such as {@code +4930}, or the id of a range of extensions; empty for
     *     any
     * @param replacing as at {@link #assign}
     * @return the number in E.164 form, or the extension
     * @throws NumberRefused as at {@link #assign}, and when none is free there
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String assignNext(PoolKind kind, String personId, String within, boolean replacing) {
        Caller caller = caller();
        Within where = Within.of(kind, within);
        return Conflicts.retried(() -> writer.assignNext(caller, schemas.user(), where, personId, replacing));
    }

    /**
     * Takes back what a person has; it rests from now on.
     *
     * @param kind which kind
     * @param personId the SCIM id
     * @return the number in E.164 form, or the extension; empty when the person had none
     * @throws NumberRefused when there is no such person
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<String> release(PoolKind kind, String personId) {
        return release(kind, personId, null);
    }

    /**
     * Takes a certain number or extension back from a person; nothing happens when the person has another one by now, or
     * none.
     *
     * @param kind which kind
     * @param personId the SCIM id
     * @param value the number in E.164 form, or the extension
     * @return what was taken back, empty when nothing has happened
     * @throws NumberRefused when there is no such person
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<String> release(PoolKind kind, String personId, String value) {
        Caller caller = caller();
        return Conflicts.retried(() -> writer.release(caller, schemas.user(), kind, personId, value));
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

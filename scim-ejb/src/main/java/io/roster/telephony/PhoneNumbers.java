package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
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
 * The phone numbers of people. Each method that writes is one transaction, repeated where it lost against a concurrent
 * one. Which numbers there are is in {@link NumberPool}.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PhoneNumbers {

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
     * A page of the pool.
     *
     * @param query which numbers, in which order
     * @param offset how many come before the page, 0 or more
     * @param count how many the page has at most, 1 to 500
     * @return the page, empty when it lies past the end
     */
    public PoolPage page(PoolQuery query, int offset, int count) {
        return list.page(PoolKind.NUMBER, query, offset, count);
    }

    /**
     * @param number in E.164 form
     * @return what there is to know of it, empty when it is not in the pool
     */
    public Optional<PoolRow> find(String number) {
        return list.find(PoolKind.NUMBER, number);
    }

    /**
     * Numbers that can be assigned, to choose from.
     *
     * @param prefix what they begin with, such as {@code +4930}; empty for any
     * @param count how many at most
     * @return numbers in E.164 form: those that nobody ever had in their order, then those whose rest ended the longest
     *     ago
     */
    public List<String> free(String prefix, int count) {
        return list.free(PoolKind.NUMBER, prefix, count);
    }

    /**
     * @param personId the SCIM id of a person
     * @return the person's number in E.164 form, empty when there is none
     */
    public Optional<String> of(String personId) {
        return assignments.of(PoolKind.NUMBER, personId);
    }

    /**
     * @param personIds SCIM ids of people, 500 at most
     * @return their numbers in E.164 form by SCIM id, without those who have none
     */
    public Map<String, String> of(Collection<String> personIds) {
        return assignments.of(PoolKind.NUMBER, personIds);
    }

    /**
     * Gives a person a certain number.
     *
     * @param personId the SCIM id
     * @param number in E.164 form
     * @param replacing whether a number that the person has already is released for it; it then rests
     * @throws NumberRefused when the number is not in the pool or not free, when the person is deactivated or not there,
     *     and when the person has another number that is not to be replaced
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void assign(String personId, String number, boolean replacing) {
        Caller caller = caller();
        ResourceType type = type();
        Conflicts.retried(() -> writer.assign(caller, type, PoolKind.NUMBER, personId, number, replacing));
    }

    /**
     * Gives a person the next free number.
     *
     * @param personId the SCIM id
     * @param prefix what it is to begin with, such as {@code +4930}; empty for any
     * @param replacing as at {@link #assign}
     * @return the number in E.164 form
     * @throws NumberRefused as at {@link #assign}, and when none with that prefix is free
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String assignNext(String personId, String prefix, boolean replacing) {
        Caller caller = caller();
        ResourceType type = type();
        Within within = Within.prefix(PoolKind.NUMBER, prefix);
        return Conflicts.retried(() -> writer.assignNext(caller, type, within, personId, replacing));
    }

    /**
     * Takes a person's number back; it rests from now on.
     *
     * @param personId the SCIM id
     * @return the number in E.164 form, empty when the person had none
     * @throws NumberRefused when there is no such person
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<String> release(String personId) {
        return release(personId, null);
    }

    /**
     * Takes a certain number back from a person; nothing happens when the person has another one by now, or none.
     *
     * @param personId the SCIM id
     * @param number in E.164 form
     * @return the number, empty when nothing has happened
     * @throws NumberRefused when there is no such person
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<String> release(String personId, String number) {
        Caller caller = caller();
        ResourceType type = type();
        return Conflicts.retried(() -> writer.release(caller, type, PoolKind.NUMBER, personId, number));
    }

    private ResourceType type() {
        return schemas.registry().resourceType("User").orElseThrow();
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

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
 * The extensions of people. Each method that writes is one transaction, repeated where it lost against a concurrent
 * one. Which extensions there are is in {@link ExtensionRanges}.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Extensions {

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
     * A page of the extensions of a range.
     *
     * @param query which extensions, in which order
     * @param offset how many come before the page, 0 or more
     * @param count how many the page has at most, 1 to 500
     * @return the page, empty when it lies past the end
     */
    public PoolPage page(PoolQuery query, int offset, int count) {
        return list.page(PoolKind.EXTENSION, query, offset, count);
    }

    /**
     * @param extension digits
     * @return what there is to know of it, empty when it is in no range
     */
    public Optional<PoolRow> find(String extension) {
        return list.find(PoolKind.EXTENSION, extension);
    }

    /**
     * Extensions that can be assigned, to choose from.
     *
     * @param prefix what they begin with, such as {@code 42}; empty for any
     * @param count how many at most
     * @return extensions: those that nobody ever had in their order, then those whose rest ended the longest ago
     */
    public List<String> free(String prefix, int count) {
        return list.free(PoolKind.EXTENSION, prefix, count);
    }

    /**
     * @param personId the SCIM id of a person
     * @return the person's extension, empty when there is none
     */
    public Optional<String> of(String personId) {
        return assignments.of(PoolKind.EXTENSION, personId);
    }

    /**
     * @param personIds SCIM ids of people, 500 at most
     * @return their extensions by SCIM id, without those who have none
     */
    public Map<String, String> of(Collection<String> personIds) {
        return assignments.of(PoolKind.EXTENSION, personIds);
    }

    /**
     * Gives a person a certain extension.
     *
     * @param personId the SCIM id
     * @param extension digits
     * @param replacing whether an extension that the person has already is released for it; it then rests
     * @throws NumberRefused when the extension is in no range or not free, when the person is deactivated or not there,
     *     and when the person has another one that is not to be replaced
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void assign(String personId, String extension, boolean replacing) {
        Caller caller = caller();
        ResourceType type = type();
        Conflicts.retried(() -> writer.assign(caller, type, PoolKind.EXTENSION, personId, extension, replacing));
    }

    /**
     * Gives a person the next free extension.
     *
     * @param personId the SCIM id
     * @param rangeId the range from which it is to come; {@code null} for any
     * @param replacing as at {@link #assign}
     * @return the extension
     * @throws NumberRefused as at {@link #assign}, and when none is free there
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String assignNext(String personId, String rangeId, boolean replacing) {
        Caller caller = caller();
        ResourceType type = type();
        Within within = rangeId == null ? Within.prefix(PoolKind.EXTENSION, "") : Within.range(rangeId);
        return Conflicts.retried(() -> writer.assignNext(caller, type, within, personId, replacing));
    }

    /**
     * Takes a person's extension back; it rests from now on.
     *
     * @param personId the SCIM id
     * @return the extension, empty when the person had none
     * @throws NumberRefused when there is no such person
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<String> release(String personId) {
        return release(personId, null);
    }

    /**
     * Takes a certain extension back from a person; nothing happens when the person has another one by now, or none.
     *
     * @param personId the SCIM id
     * @param extension digits
     * @return the extension, empty when nothing has happened
     * @throws NumberRefused when there is no such person
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<String> release(String personId, String extension) {
        Caller caller = caller();
        ResourceType type = type();
        return Conflicts.retried(() -> writer.release(caller, type, PoolKind.EXTENSION, personId, extension));
    }

    private ResourceType type() {
        return schemas.registry().resourceType("User").orElseThrow();
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

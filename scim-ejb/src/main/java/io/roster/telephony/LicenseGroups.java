package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import javax.sql.DataSource;

/**
 * The standing rules by which members of a group have a licence: those who join get it, those who leave lose it, within
 * seconds. Only people who are members themselves count, not those of groups within the group; Okta pushes groups flat.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LicenseGroups {

    private static final String GROUPS = "select g.id, g.display_name, g.source,"
            + " (select count(*) from membership m where m.group_id = g.id and m.member_type = 'User') as people,"
            + " (select count(*) from membership m where m.group_id = g.id and m.member_type = 'Group') as nested"
            + " from directory_group g";

    @EJB
    private LicenseGroupWriter writer;

    @Resource
    private SessionContext session;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * @param licenseId the id of a licence type
     * @return the groups whose members have it, by name
     */
    public List<GroupWithPeople> of(String licenseId) {
        return Sql.of(
                        GROUPS + " join license_group r on r.group_id = g.id where r.license_id = ?"
                                + " order by g.display_name_key, g.id",
                        licenseId)
                .list(dataSource, GroupWithPeople::read);
    }

    /**
     * Finds groups by what their names begin with, in any case.
     *
     * @param name the beginning
     * @param count how many at most
     * @return groups by name
     */
    public List<GroupWithPeople> find(String name, int count) {
        String prefix = Keys.fold(name).replaceAll("[!%_]", "!$0") + '%';
        return Sql.of(
                        GROUPS + " where g.display_name_key like ? escape '!' order by g.display_name_key, g.id"
                                + " fetch first ? rows only",
                        prefix,
                        count)
                .list(dataSource, GroupWithPeople::read);
    }

    /**
     * Makes the rule that members of the group have the licence. One that is there already stays.
     *
     * @param licenseId the id of the licence type
     * @param groupId the SCIM id of the group
     * @throws LicenseRefused when one of them was deleted
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void add(String licenseId, String groupId) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.add(caller, licenseId, groupId));
    }

    /**
     * Ends the rule. Members who have no other reason for the licence lose it.
     *
     * @param licenseId the id of the licence type
     * @param groupId the SCIM id of the group; without a rule nothing changes
     * @throws LicenseRefused when the licence was deleted
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void remove(String licenseId, String groupId) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.remove(caller, licenseId, groupId));
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Licences of people: assigned and released by hand, and what one person has. Groups that have a licence are in
 * {@link LicenseGroups}, who has one in {@link LicenseReport}, the types themselves in
 * {@link io.roster.entitlement.Entitlements}.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Licenses {

    /** How many people one transaction changes: more hold their rows, and the licence's, for longer than others wait. */
    static final int CHUNK = 100;

    @EJB
    private LicenseWriter writer;

    @Inject
    private Schemas schemas;

    @Resource
    private SessionContext session;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * Assigns a licence to people by hand, in transactions of {@value #CHUNK}. A person takes one seat, whatever the number
     * of reasons; when the seats are used up, the others are refused, each with its result.
     *
     * @param licenseId the id of the licence type
     * @param personIds SCIM ids; one that is given twice counts once
     * @return what came of it for each person, in the order given
     * @throws LicenseRefused when there is no such licence type; chunks before are kept
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<SeatOutcome> assign(String licenseId, Collection<String> personIds) {
        Caller caller = caller();
        ResourceType type = schemas.user();
        return chunked(personIds, chunk -> writer.assign(caller, type, licenseId, chunk));
    }

    /**
     * Releases a licence that people have by hand. Who has it by a group or by Okta too keeps it, and the result says so.
     *
     * @param licenseId the id of the licence type
     * @param personIds SCIM ids; one that is given twice counts once
     * @return what came of it for each person, in the order given
     * @throws LicenseRefused when there is no such licence type; chunks before are kept
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<SeatOutcome> release(String licenseId, Collection<String> personIds) {
        Caller caller = caller();
        ResourceType type = schemas.user();
        return chunked(personIds, chunk -> writer.release(caller, type, licenseId, chunk));
    }

    /**
     * @param personId the SCIM id
     * @return the licences for which the person has a reason, by name
     */
    public List<PersonLicense> of(String personId) {
        return Sql.of(
                        "select l.id, l.display_name, s.state, s.by_hand, s.by_group, s.by_okta, s.since from license_seat s"
                                + " join license l on l.id = s.license_id where s.person_id = ?"
                                + " order by l.display_name_key, l.id",
                        personId)
                .list(dataSource, PersonLicense::read);
    }

    /**
     * Finds people by their user names, upper and lower case alike.
     *
     * @param userNames as typed
     * @return SCIM ids by user name as typed; those that nobody has are left out
     */
    public Map<String, String> named(Collection<String> userNames) {
        Map<String, String> ids = new HashMap<>();
        for (List<String> chunk : chunks(userNames)) {
            Map<String, String> byKey = new HashMap<>();
            new Sql(
                            "select user_name_key, id from person where user_name_key in " + Sql.places(chunk.size()),
                            List.copyOf(chunk.stream().map(Keys::fold).toList()))
                    .list(dataSource, row -> byKey.put(row.getString(1), row.getString(2)));
            for (String name : chunk) {
                if (byKey.containsKey(Keys.fold(name))) {
                    ids.put(name, byKey.get(Keys.fold(name)));
                }
            }
        }
        return ids;
    }

    private static List<SeatOutcome> chunked(Collection<String> personIds, Change change) {
        Map<String, SeatOutcome> outcomes = new HashMap<>();
        // In one order, so that two who change the same people wait for each other instead of forever.
        for (List<String> chunk : chunks(new TreeSet<>(personIds))) {
            Conflicts.retried(() -> change.apply(chunk)).forEach(one -> outcomes.put(one.personId(), one));
        }
        return personIds.stream().distinct().map(outcomes::get).toList();
    }

    private static List<List<String>> chunks(Collection<String> values) {
        List<String> list = List.copyOf(values);
        List<List<String>> chunks = new ArrayList<>();
        for (int i = 0; i < list.size(); i += CHUNK) {
            chunks.add(list.subList(i, Math.min(i + CHUNK, list.size())));
        }
        return chunks;
    }

    @FunctionalInterface
    private interface Change {
        List<SeatOutcome> apply(List<String> personIds);
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

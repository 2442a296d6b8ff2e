package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.persistence.Sql;
import io.roster.scim.schema.ResourceType;
import io.roster.user.Person;
import io.roster.user.ServicedPeople;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The transactions of {@link SeatReconciliation}. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SeatReconciliationStep {

    /** How many notes are taken at a time. */
    private static final int NOTES = 500;

    /** For how long nobody else does what was claimed. A server that ends on the way leaves it to others then. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private ServicedPeople people;

    @Inject
    private ServiceRecorder recorder;

    /**
     * What has to be brought in line.
     *
     * @param id the id of the note
     * @param licenseId of what
     * @param personId for whom; {@code null} for everybody
     * @param renamed whether those who have it bear its old name
     */
    public record Note(String id, String licenseId, String personId, boolean renamed) {}

    /** Takes some notes that nobody has claimed; none is left when there are none. */
    public List<Note> claim(String claim) {
        long now = System.currentTimeMillis();
        List<String> open = Sql.of(
                        "select id from license_work where claimed_until < ? fetch first ? rows only", now, NOTES)
                .list(dataSource, row -> row.getString(1));
        if (open.isEmpty()) {
            return List.of();
        }
        entities.createQuery("update LicenseWork w set w.claimedBy = :claim, w.claimedUntil = :until"
                        + " where w.id in :ids and w.claimedUntil < :now")
                .setParameter("claim", claim)
                .setParameter("until", now + CLAIM.toMillis())
                .setParameter("ids", open)
                .setParameter("now", now)
                .executeUpdate();
        List<Object> parameters = new ArrayList<>(open);
        parameters.add(claim);
        return new Sql(
                        "select id, license_id, person_id, renamed from license_work where id in "
                                + Sql.places(open.size()) + " and claimed_by = ?",
                        parameters)
                .list(
                        dataSource,
                        row -> new Note(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
    }

    /** Removes notes that were carried out. */
    public Void done(List<String> ids) {
        entities.createQuery("delete from LicenseWork w where w.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        return null;
    }

    /** Brings some people's seats of one licence in line. What was read before may have changed: it is read again. */
    public int bring(Caller caller, ResourceType type, String licenseId, List<String> personIds) {
        List<String> active = people.lock(personIds).stream()
                .filter(Person::isActive)
                .map(Person::getId)
                .sorted()
                .toList();
        Optional<LockedLicense> license =
                active.isEmpty() ? Optional.empty() : LockedLicense.find(entities, licenseId, active);
        if (license.isEmpty()) {
            return 0;
        }
        Set<String> members = SeatDifferences.members(dataSource, licenseId, active);
        Set<String> given = SeatDifferences.given(dataSource, licenseId, active);
        for (String id : active) {
            license.get().bring(id, members.contains(id), given.contains(id), caller.name());
        }
        recorder.record(caller, type, license.get().changed());
        return active.size();
    }

    /** Gives free seats to those who wait, in this order. Returns to how many. */
    public int serve(Caller caller, ResourceType type, String licenseId, List<String> waiting) {
        List<String> active = people.lock(waiting).stream()
                .filter(Person::isActive)
                .map(Person::getId)
                .toList();
        Optional<LockedLicense> license = LockedLicense.find(entities, licenseId, active);
        if (license.isEmpty()) {
            return 0;
        }
        waiting.stream().filter(active::contains).forEach(license.get()::serve);
        recorder.record(caller, type, license.get().changed());
        return license.get().changed().size();
    }

    /** Writes anew what people's documents say of their services. */
    public int rewrite(Caller caller, ResourceType type, List<String> personIds) {
        people.lock(personIds);
        recorder.record(caller, type, personIds);
        return personIds.size();
    }
}

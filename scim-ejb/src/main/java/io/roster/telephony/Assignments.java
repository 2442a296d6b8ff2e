package io.roster.telephony;

import io.roster.persistence.Sql;
import io.roster.telephony.NumberRefused.Reason;
import io.roster.user.Person;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Gives people numbers and extensions, and takes them back, within the caller's transaction. The caller has locked the
 * person's row, and writes the person's document afterwards; so a transaction that changes several services of a person
 * writes it once.
 */
@Dependent
public class Assignments {

    private static final int CANDIDATES = 32;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private NextFree nextFree;

    @Inject
    private RestTimes restTimes;

    /**
     * What a person has.
     *
     * @param kind which kind
     * @param personId the SCIM id
     * @return the number or extension
     */
    public Optional<String> of(PoolKind kind, String personId) {
        String sql = "select " + kind.column() + " from " + kind.table() + " where person_id = ?";
        return Sql.of(sql, personId).list(dataSource, row -> row.getString(1)).stream()
                .findFirst();
    }

    /**
     * What several people have.
     *
     * @param kind which kind
     * @param personIds SCIM ids, 500 at most
     * @return numbers or extensions by SCIM id, without those who have none
     */
    public Map<String, String> of(PoolKind kind, Collection<String> personIds) {
        Map<String, String> held = new HashMap<>();
        if (!personIds.isEmpty()) {
            String sql = "select person_id, " + kind.column() + " from " + kind.table() + " where person_id in ";
            new Sql(sql + Sql.places(personIds.size()), List.copyOf(personIds))
                    .list(dataSource, row -> held.put(row.getString(1), row.getString(2)));
        }
        return held;
    }

    /**
     * Gives a person a certain number or extension.
     *
     * @param kind which kind
     * @param person an active one, locked
     * @param value in the form in which the pool has it
     * @param replacing whether one that the person has already is released for it
     * @return whether anything has changed: false where the person has it already
     * @throws NumberRefused when it is not there, not free, or the person is deactivated or has another one
     */
    public boolean assign(PoolKind kind, Person person, String value, boolean replacing) {
        if (of(kind, person.getId()).filter(value::equals).isPresent()) {
            return false;
        }
        makeRoom(kind, person, replacing);
        long now = now();
        if (!claim(kind, person.getId(), value, now, now)) {
            throw notFree(kind, value, now);
        }
        return true;
    }

    /**
     * Gives a person the next free number or extension.
     *
     * @param within where to look
     * @param person an active one, locked
     * @param replacing as at {@link #assign}
     * @return the number or extension
     * @throws NumberRefused when none is free there, or the person is deactivated or has one already
     */
    String assignNext(Within within, Person person, boolean replacing) {
        makeRoom(within.kind(), person, replacing);
        for (boolean first = true; ; first = false) {
            long now = now();
            List<String> candidates = nextFree.find(within, now, first ? 1 : CANDIDATES);
            if (candidates.isEmpty()) {
                throw new NumberRefused(Reason.NONE_FREE);
            }
            // Who was too late for the first one would be so again together with the others who were.
            String value = candidates.get(ThreadLocalRandom.current().nextInt(candidates.size()));
            if (claim(within.kind(), person.getId(), value, now, now)) {
                return value;
            }
        }
    }

    /**
     * Takes back what a person has; it rests from now on.
     *
     * @param kind which kind
     * @param personId the SCIM id of a person who is locked, or was and is deleted in this transaction
     * @return what the person had
     */
    public Optional<String> release(PoolKind kind, String personId) {
        Optional<String> held = of(kind, personId);
        if (held.isPresent()) {
            long now = now();
            entities.createNativeQuery(
                            "update " + kind.table() + " set person_id = null, free_from = ?1, changed_at = ?2"
                                    + " where " + kind.column() + " = ?3")
                    .setParameter(1, restTimes.end(kind, now))
                    .setParameter(2, now)
                    .setParameter(3, held.get())
                    .executeUpdate();
        }
        return held;
    }

    /**
     * Gives a person back what the person had, also while it rests.
     *
     * @param kind which kind
     * @param personId the SCIM id of a person who is locked and has none
     * @param value what was released when the person was deactivated
     * @return false when it was given to somebody else meanwhile or withdrawn from the pool
     */
    public boolean giveBack(PoolKind kind, String personId, String value) {
        return claim(kind, personId, value, now(), PoolState.NEVER - 1);
    }

    private void makeRoom(PoolKind kind, Person person, boolean replacing) {
        if (!person.isActive()) {
            throw new NumberRefused(Reason.INACTIVE, person.getFullName());
        }
        Optional<String> held = of(kind, person.getId());
        if (held.isPresent() && !replacing) {
            throw new NumberRefused(Reason.HAS_ONE, person.getFullName(), held.get());
        }
        release(kind, person.getId());
    }

    private boolean claim(PoolKind kind, String personId, String value, long now, long latest) {
        return entities.createNativeQuery("update " + kind.table()
                                + " set person_id = ?1, free_from = ?2, changed_at = ?3 where " + kind.column()
                                + " = ?4 and free_from <= ?5")
                        .setParameter(1, personId)
                        .setParameter(2, PoolState.NEVER)
                        .setParameter(3, now)
                        .setParameter(4, value)
                        .setParameter(5, latest)
                        .executeUpdate()
                == 1;
    }

    private NumberRefused notFree(PoolKind kind, String value, long now) {
        String sql = "select free_from from " + kind.table() + " where " + kind.column() + " = ?";
        List<Long> found = Sql.of(sql, value).list(dataSource, row -> row.getLong(1));
        if (found.isEmpty()) {
            return new NumberRefused(Reason.UNKNOWN, value);
        }
        boolean rests = PoolState.of(found.get(0), now) == PoolState.RESTING;
        return rests
                ? new NumberRefused(Reason.RESTING, value, Instant.ofEpochMilli(found.get(0)))
                : new NumberRefused(Reason.TAKEN, value);
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}

package io.roster.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Finds and removes what was kept long enough. For the server's own job: no page and no request gets here. */
@Stateless
@PermitAll
public class Retention {
    /** What is kept for a time and then removed. */
    public enum Kind {
        /** What is left of deleted resources. */
        TOMBSTONE("Tombstone", "deleted"),
        /** What happened. */
        AUDIT_EVENT("AuditEvent", "occurredAt"),
        /** What came of fields that were to be written to Okta. */
        SYNCBACK_OUTCOME("RecordedOutcome", "occurred"),
        /** Runs of sync-back. */
        SYNCBACK_RUN("RecordedRun", "started"),
        /** Runs of the import that have ended. */
        IMPORT_RUN("RecordedImport", "ended"),
        /** Mails that were sent, or parked. */
        MAIL("OutgoingMail", "ended");

        private final String entity;
        private final String since;

        Kind(String entity, String since) {
            this.entity = entity;
            this.since = since;
        }
    }

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /**
     * The next rows from before an instant, the oldest first.
     *
     * @param kind of which table
     * @param before only rows written before it
     * @param after only rows that sort after this one, {@link Expired#NONE} for all
     * @param most how many at most
     */
    public List<Expired> expired(Kind kind, Instant before, Expired after, int most) {
        // The comparison with the key alone would do, the one with the time lets the index on it begin in the right
        // place
        String query = """
            select new io.roster.audit.Expired(r.%2$s, r.id) from %1$s r
            where r.%2$s < :before and r.%2$s >= :since and (r.%2$s > :since or r.id > :id)
            order by r.%2$s, r.id\
            """;
        return entities.createQuery(query.formatted(kind.entity, kind.since), Expired.class)
                .setParameter("before", before)
                .setParameter("since", after.since())
                .setParameter("id", after.id())
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Removes rows by their keys.
     *
     * @return how many of them were there
     */
    public int remove(Kind kind, List<String> ids) {
        return entities.createQuery("delete from " + kind.entity + " r where r.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}

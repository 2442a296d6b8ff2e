package io.roster.removal;

import io.roster.persistence.Conflicts;
import io.roster.persistence.Documents;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Removes who has been deactivated long enough. For the server's own job: no page and no request gets here. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueRemovals {

    private static final Logger LOG = Logger.getLogger(DueRemovals.class.getName());
    private static final int STEP = 100;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private RemovalWriter writer;

    @Inject
    private Schemas schemas;

    /**
     * What a step has done.
     *
     * @param last the id of the last person whom it looked at; {@code null} where nobody was left
     * @param removed how many it has removed
     */
    public record Step(String last, int removed) {}

    /**
     * Removes some people, each in a transaction of their own, so that a kill neither forgets nor repeats anybody.
     *
     * @param after the {@link Step#last} of the step before; empty for the first one
     * @return what was done
     */
    public Step step(String after) {
        Instant now = Documents.now();
        Optional<Instant> leftBefore =
                entities.find(RemovalRule.class, RemovalRule.ONLY).leftBefore(now);
        List<String> due = leftBefore
                .map(instant -> DuePeople.page(dataSource, instant, after, STEP))
                .orElse(List.of());
        ResourceType type = schemas.user();
        int removed = 0;
        for (String personId : due) {
            removed += remove(type, personId, now) ? 1 : 0;
        }
        return new Step(due.isEmpty() ? null : due.get(due.size() - 1), removed);
    }

    // What fails for one person must not keep the others for ever.
    private boolean remove(ResourceType type, String personId, Instant now) {
        try {
            return Conflicts.retried(() -> writer.removeDue(type, personId, now));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The person " + personId + " could not be removed, and is tried again tomorrow", e);
            return false;
        }
    }
}

package io.roster.telephony;

import io.roster.persistence.Conflicts;
import io.roster.persistence.Documents;
import io.roster.persistence.Sql;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Does bulk work, step by step. For the server's own job: no page and no request gets here. Whoever works on something has
 * a lease of it, which each step renews; of two servers, one gets it, and when that one is gone the other one does.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkRunner {

    private static final Logger LOG = Logger.getLogger(BulkRunner.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(30);

    // Few enough that the lease is renewed long before it ends.
    private static final int STEP = 25;

    @EJB
    private BulkRunnerWriter writer;

    @Inject
    private Schemas schemas;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /** @return the ids of works that have not ended and that nobody works on */
    public List<String> abandoned() {
        return Sql.of(
                        "select id from bulk_work where state = 'RUNNING' and leased_until < ? order by leased_until,"
                                + " id",
                        Documents.now().toEpochMilli())
                .list(dataSource, row -> row.getString(1));
    }

    /**
     * Takes a work.
     *
     * @param workId its id
     * @return false when somebody works on it already, or it has ended
     */
    public boolean claim(String workId) {
        return Conflicts.retried(
                () -> writer.claim(workId, Documents.now(), Documents.now().plus(LEASE)));
    }

    /**
     * Does some of a work that was taken.
     *
     * @param workId its id
     * @return whether there is more to do
     */
    public boolean step(String workId) {
        BulkWork work = Sql.of("select " + BulkWork.COLUMNS + " from bulk_work where id = ?", workId)
                .list(dataSource, BulkWork::read)
                .get(0);
        if (!work.action().isOfPeople()) {
            return addNumbers(work);
        }
        List<String> next = Sql.of(
                        "select person_id from bulk_person where work_id = ? and outcome is null order by person_id"
                                + " fetch first ? rows only",
                        workId,
                        STEP)
                .list(dataSource, row -> row.getString(1));
        ResourceType type = schemas.user();
        for (String personId : next) {
            treat(type, work, personId);
        }
        if (next.isEmpty()) {
            writer.end(workId, Documents.now());
        }
        return !next.isEmpty();
    }

    private boolean addNumbers(BulkWork work) {
        boolean added =
                Conflicts.retried(() -> writer.addNumbers(work, Documents.now().plus(LEASE)));
        if (!added) {
            writer.end(work.id(), Documents.now());
        }
        return added;
    }

    // What one person is refused is that person's outcome, and the others' business goes on.
    private void treat(ResourceType type, BulkWork work, String personId) {
        Instant lease = Documents.now().plus(LEASE);
        try {
            Conflicts.retried(() -> writer.treat(type, work, personId, lease));
        } catch (BulkRefused refused) {
            writer.refuse(work.id(), personId, refused.reason(), refused.held(), lease);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Bulk work " + work.id() + " failed for the person " + personId, e);
            writer.refuse(work.id(), personId, BulkReason.FAILED, null, lease);
        }
    }
}

package io.roster.imports;

import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import io.roster.schema.Schemas;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The step of an import that does what is confirmed: what the run has found, and what administrators have decided. First
 * people, then groups, whose members have to be there. For the job.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportApplication {

    private static final Logger LOG = Logger.getLogger(ImportApplication.class.getName());

    /** How many candidates a step takes: few enough that a stop does not wait. */
    private static final int STEP = 50;

    private static final String OF_RUN = """
        select id from import_candidate where run_id = ? and state = 'CONFIRMED' and preview = ''
          and resource_type = ? order by id fetch first ? rows only\
        """;

    private static final String DECIDED = """
        select id from import_candidate where preview = '' and state = 'CONFIRMED' and decided_by is not null
          and resource_type = ? order by id fetch first ? rows only\
        """;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private ApplicationWriter writer;

    @EJB
    private MatchingWriter matching;

    @Inject
    private Schemas schemas;

    /**
     * Applies some candidates, each in a transaction of its own. What one is refused is kept with it, and the others are
     * applied all the same. It may be called again after a kill at any point.
     *
     * @param runId the run; nothing is applied by a dry run
     * @return whether there may be more to do
     */
    public boolean step(String runId) {
        MatchedRun run = MatchedRun.read(dataSource, runId);
        if (run.dryRun()) {
            return false;
        }
        return apply(run, CandidateStore.USER, schemas.user()) || apply(run, CandidateStore.GROUP, schemas.group());
    }

    /**
     * Writes down how many there are to apply, since administrators go on deciding. That reads whatever is left to do: not
     * to be asked at each step.
     *
     * @param runId the run
     */
    public void count(String runId) {
        MatchedRun run = MatchedRun.read(dataSource, runId);
        Conflicts.retried(() -> matching.count(run));
    }

    private boolean apply(MatchedRun run, String resourceType, ResourceType type) {
        List<String> ids = Sql.of(OF_RUN, run.id(), resourceType, STEP).list(dataSource, row -> row.getString(1));
        if (ids.isEmpty()) {
            ids = Sql.of(DECIDED, resourceType, STEP).list(dataSource, row -> row.getString(1));
        }
        ids.forEach(id -> apply(run, type, id));
        return !ids.isEmpty();
    }

    private void apply(MatchedRun run, ResourceType type, String candidateId) {
        try {
            Conflicts.retried(() -> writer.apply(run, type, candidateId));
        } catch (ScimException e) {
            Conflicts.retried(() -> writer.refuse(run, candidateId, e.status(), e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The import " + run.id() + " failed for the candidate " + candidateId, e);
            String detail = "Roster failed at this; the server's log of this time says why.";
            Conflicts.retried(() -> writer.refuse(run, candidateId, 500, detail));
        }
    }
}

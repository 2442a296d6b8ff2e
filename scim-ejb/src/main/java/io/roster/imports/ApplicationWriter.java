package io.roster.imports;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Entry;
import io.roster.persistence.Documents;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes for {@link ImportApplication}: what a candidate asks for, its event, its state and the count in one transaction,
 * so that a kill neither forgets nor repeats it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ApplicationWriter {

    private static final int REFUSAL_LENGTH = 1000;

    // Locks the row, so that an administrator who decides meanwhile waits.
    private static final String LOCK = "update import_candidate set state = state where id = ? and state = 'CONFIRMED'";

    private static final String APPLIED =
            "update import_candidate set state = 'APPLIED', applied_at = ?, roster_id = ?, refusal = null where id = ?";

    private static final String REFUSED =
            "update import_candidate set state = 'REFUSED', refusal = ? where id = ? and state = 'CONFIRMED'";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AppliedPeople people;

    @Inject
    private AppliedGroups groups;

    @Inject
    private AuditTrail audit;

    /**
     * Does what a candidate asks for, or a part of it; nothing where that was done already.
     *
     * @param run the run
     * @param type the resource type, which is not read within a transaction
     * @throws io.roster.scim.protocol.ScimException with the sentence, when it is refused
     */
    public Void apply(MatchedRun run, ResourceType type, String candidateId) {
        if (change(LOCK, candidateId) == 0) {
            return null;
        }
        ConfirmedCandidate candidate = ConfirmedCandidate.read(dataSource, candidateId);
        boolean person = type.name().equals(CandidateStore.USER);
        Caller caller = caller(run);
        Applied applied = person ? people.apply(caller, type, candidate) : groups.apply(caller, type, candidate);
        switch (applied.outcome()) {
            case DONE -> {
                change(APPLIED, Documents.now().toEpochMilli(), applied.rosterId(), candidateId);
                count(run, "applied");
            }
            case PART ->
                change(
                        "update import_candidate set applied_at = ?, roster_id = ? where id = ?",
                        Documents.now().toEpochMilli(),
                        applied.rosterId(),
                        candidateId);
            case GONE -> change("delete from import_candidate where id = ?", candidateId);
        }
        return null;
    }

    /** Keeps why a candidate was not applied. */
    public Void refuse(MatchedRun run, String candidateId, int status, String detail) {
        if (change(REFUSED, Keys.shortened(detail, REFUSAL_LENGTH), candidateId) == 1) {
            count(run, "refused");
            List<Entry> entries = Sql.of(
                            "select resource_type, roster_id from import_candidate where id = ?", candidateId)
                    .list(
                            dataSource,
                            row -> Entry.refused(
                                    caller(run),
                                    row.getString(2) == null ? Action.CREATED : Action.UPDATED,
                                    status,
                                    row.getString(1),
                                    row.getString(2),
                                    Keys.shortened(detail, REFUSAL_LENGTH)));
            entries.forEach(audit::record);
        }
        return null;
    }

    private static Caller caller(MatchedRun run) {
        return new Caller(Caller.Kind.SYSTEM, null, "Okta import", Scope.WRITE, run.id());
    }

    private void count(MatchedRun run, String column) {
        change("update import_run set " + column + " = " + column + " + 1 where id = ?", run.id());
    }

    private int change(String statement, Object... values) {
        Query query = entities.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }
}

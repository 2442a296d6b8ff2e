package io.roster.imports;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What imports found to do, as administrators see it and decide about it. A decision is about what was seen: what somebody
 * else has decided since, or a later run found anew, is left alone.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Candidates {

    @EJB
    private CandidateWriter writer;

    @Inject
    private Event<CandidatesConfirmed> confirmed;

    @Inject
    private Schemas schemas;

    @Resource
    private SessionContext session;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * Counts them all, in one statement.
     *
     * @param preview the id of a dry run; {@link CandidateQuery#REAL} for what is to be done
     * @return how many there are of each kind in each state; what there is none of is left out
     */
    public Map<CandidateState, Map<CandidateKind, Long>> counts(String preview) {
        Map<CandidateState, Map<CandidateKind, Long>> counts = new EnumMap<>(CandidateState.class);
        Sql.of("select state, kind, count(*) from import_candidate where preview = ? group by state, kind", preview)
                .list(dataSource, row -> counts.computeIfAbsent(
                                CandidateState.valueOf(row.getString(1)), state -> new EnumMap<>(CandidateKind.class))
                        .put(CandidateKind.valueOf(row.getString(2)), row.getLong(3)));
        return counts;
    }

    /**
     * A page of candidates.
     *
     * @param query which
     * @param offset how many to leave out
     * @param most how many at most
     * @return candidates by kind, then by Okta's name
     */
    public List<Candidate> page(CandidateQuery query, int offset, int most) {
        return new CandidateRows(dataSource).page(query, offset, most);
    }

    /**
     * Counts what a run found, as far as no later one has found it too.
     *
     * @param runId the run
     * @return how many there are in each state; states with none are left out
     */
    public Map<CandidateState, Long> countsOf(String runId) {
        Map<CandidateState, Long> counts = new EnumMap<>(CandidateState.class);
        Sql.of("select state, count(*) from import_candidate where run_id = ? group by state", runId)
                .list(dataSource, row -> counts.put(CandidateState.valueOf(row.getString(1)), row.getLong(2)));
        return counts;
    }

    /**
     * A page of what a run found, as far as no later one has found it too.
     *
     * @param runId the run
     * @param state in which state
     * @param offset how many to leave out
     * @param most how many at most
     * @return candidates in the order in which they were found
     */
    public List<Candidate> of(String runId, CandidateState state, int offset, int most) {
        return new CandidateRows(dataSource).ofRun(runId, state, offset, most);
    }

    /**
     * @param id of a candidate
     * @return the candidate; empty where there is none of that id any more
     */
    public Optional<Candidate> find(String id) {
        return new CandidateRows(dataSource).of(List.of(id)).stream().findFirst();
    }

    /**
     * Those whom candidates are about, as they are now.
     *
     * @param ids SCIM ids of people and groups
     * @return those of them that are there, by their ids
     */
    public Map<String, RosterSide> sides(Collection<String> ids) {
        return new CandidateRows(dataSource).sides(ids);
    }

    /**
     * Counts what a decision would be about.
     *
     * @param decision what would be decided
     * @param query which candidates
     * @param among their ids; empty for all that the query finds
     * @param seen when the list was shown
     * @return how many
     */
    public int count(Decision decision, CandidateQuery query, Collection<String> among, Instant seen) {
        return new CandidateRows(dataSource).count(query, decision, among, seen.toEpochMilli());
    }

    /**
     * Decides about many, a bounded number in each transaction. What is confirmed is applied in the background.
     *
     * @param decision what is decided
     * @param query which candidates; never those of a dry run
     * @param among their ids; empty for all that the query finds
     * @param seen when the list was shown
     * @return how many it was decided about; others were decided or found anew meanwhile, or it cannot be decided of them
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public int decide(Decision decision, CandidateQuery query, Collection<String> among, Instant seen) {
        Caller caller = caller();
        int decided = 0;
        CandidateWriter.Batch batch;
        do {
            batch = Conflicts.retried(() -> writer.decide(caller, decision, query, among, seen.toEpochMilli()));
            decided += batch.decided();
        } while (batch.more());
        tell(decided > 0 && decision.to() == CandidateState.CONFIRMED);
        return decided;
    }

    /**
     * Decides about one.
     *
     * @param decision what is decided
     * @param id of the candidate
     * @param state in which it was seen
     * @param seen when
     * @throws CandidateRefused when it is not so any more, or this cannot be decided about it
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void decide(Decision decision, String id, CandidateState state, Instant seen) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.decide(caller, decision, id, state, seen.toEpochMilli()));
        tell(decision.to() == CandidateState.CONFIRMED);
    }

    /**
     * Confirms one, to be linked with somebody whom the administrator chose.
     *
     * @param id of a candidate that is about a person
     * @param personId the SCIM id of the person
     * @param state in which it was seen
     * @param seen when
     * @throws CandidateRefused when it is not so any more, or the person is gone or linked with another user
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void choose(String id, String personId, CandidateState state, Instant seen) {
        Caller caller = caller();
        ResourceType type = schemas.user();
        Conflicts.retried(() -> writer.choose(caller, type, id, personId, state, seen.toEpochMilli()));
        tell(true);
    }

    private void tell(boolean anything) {
        if (anything) {
            confirmed.fire(new CandidatesConfirmed(caller().name()));
        }
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

package io.roster.imports;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.imports.CandidateRefused.Reason;
import io.roster.persistence.Documents;
import io.roster.persistence.Sql;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import io.roster.user.UserMerge;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Writes for {@link Candidates}: decisions and their events, one transaction a call. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CandidateWriter {

    /** About how many candidates one transaction decides. */
    static final int MOST = 1_000;

    private static final String TYPE = "ImportCandidate";
    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    private static final String DECIDE =
            "update import_candidate set state = ?, decided_at = ?, decided_by = ?, refusal = null";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    /**
     * What one transaction did.
     *
     * @param decided how many
     * @param more whether there may be more
     */
    public record Batch(int decided, boolean more) {}

    /** As {@link Candidates#decide(Decision, CandidateQuery, Collection, java.time.Instant)}, for a bounded number. */
    public Batch decide(Caller caller, Decision decision, CandidateQuery query, Collection<String> among, long seen) {
        if (!query.preview().equals(CandidateQuery.REAL) || !decision.isPossibleFrom(query.state())) {
            throw new IllegalArgumentException(decision + " of " + query);
        }
        List<String> ids = new CandidateRows(dataSource).ids(query, decision, among, seen, MOST);
        if (ids.isEmpty()) {
            return new Batch(0, false);
        }
        long now = Documents.now().toEpochMilli();
        String in = " where id in " + Sql.places(ids.size());
        int decided = change(
                DECIDE + forgotten(decision) + in + " and state = ?",
                List.of(decision.to().name(), now, caller.name()),
                ids,
                List.of(query.state().name()));
        if (decided > 0) {
            List<Object> values = new ArrayList<>(ids);
            values.addAll(List.of(decision.to().name(), now, caller.name()));
            List<String> names = new Sql(
                            "select okta_name from import_candidate" + in
                                    + " and state = ? and decided_at = ? and decided_by = ? order by okta_name_key",
                            values)
                    .list(dataSource, row -> row.getString(1));
            record(
                    caller,
                    null,
                    decided + " candidates",
                    state(query.state(), decision).add("candidates", JSON.createArrayBuilder(names)));
        }
        return new Batch(decided, ids.size() == MOST);
    }

    /** As {@link Candidates#decide(Decision, String, CandidateState, java.time.Instant)}. */
    public Void decide(Caller caller, Decision decision, String id, CandidateState state, long seen) {
        Candidate candidate = seen(id, state, seen);
        boolean linked = candidate.rosterId() != null || candidate.kind() == CandidateKind.NEW;
        if (decision == Decision.CONFIRM && !linked) {
            throw new CandidateRefused(Reason.NOBODY, null);
        }
        if (!decision.isPossibleFrom(state)) {
            throw new IllegalArgumentException(decision + " of " + state);
        }
        int decided = change(
                DECIDE + forgotten(decision) + " where id = ? and state = ?" + decision.condition(),
                List.of(decision.to().name(), Documents.now().toEpochMilli(), caller.name()),
                List.of(id, state.name()));
        requireDecided(decided, id);
        record(caller, candidate, candidate.oktaName(), state(state, decision));
        return null;
    }

    /** As {@link Candidates#choose}. */
    public Void choose(Caller caller, ResourceType type, String id, String personId, CandidateState state, long seen) {
        Candidate candidate = seen(id, state, seen);
        if (candidate.wanted() == null || candidate.group()) {
            throw new IllegalArgumentException("Nobody can be chosen for " + id);
        }
        RosterSide person = new CandidateRows(dataSource)
                .person(personId)
                .orElseThrow(() -> new CandidateRefused(Reason.NO_PERSON, candidate.oktaName()));
        if (person.oktaId() != null && !person.oktaId().equals(candidate.oktaId())) {
            throw new CandidateRefused(Reason.LINKED, person.name());
        }
        Sql.of(
                        "select okta_name from import_candidate where roster_id = ? and preview = '' and state ="
                                + " 'CONFIRMED' and id <> ?",
                        personId,
                        id)
                .list(dataSource, row -> row.getString(1))
                .forEach(name -> {
                    throw new CandidateRefused(Reason.CHOSEN, name);
                });
        int decided = change(
                DECIDE + ", roster_id = ?, roster_name = ?, differences = ? where id = ? and state = ?",
                List.of(Decision.CONFIRM.to().name(), Documents.now().toEpochMilli(), caller.name()),
                List.of(personId, person.name(), differences(type, candidate, personId), id, state.name()));
        requireDecided(decided, id);
        record(
                caller,
                candidate,
                candidate.oktaName(),
                state(state, Decision.CONFIRM).add("person", person.name()));
        return null;
    }

    // What was seen, as it is now; of two administrators the second one is told.
    private Candidate seen(String id, CandidateState state, long seen) {
        Candidate candidate = new CandidateRows(dataSource)
                .of(List.of(id)).stream()
                        .filter(each -> each.preview().equals(CandidateQuery.REAL))
                        .findFirst()
                        .orElseThrow(() -> new CandidateRefused(Reason.GONE, null));
        if (candidate.state() != state) {
            throw new CandidateRefused(Reason.DECIDED, candidate.decidedBy());
        }
        if (candidate.found().toEpochMilli() > seen) {
            throw new CandidateRefused(Reason.FOUND_ANEW, candidate.oktaName());
        }
        return candidate;
    }

    private void requireDecided(int decided, String id) {
        if (decided == 0) {
            throw new CandidateRefused(
                    Reason.DECIDED,
                    Sql.of("select decided_by from import_candidate where id = ?", id)
                            .list(dataSource, row -> row.getString(1))
                            .stream()
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
        }
    }

    /** Who is to be created is linked with nobody. */
    private static String forgotten(Decision decision) {
        return decision == Decision.CREATE ? ", roster_id = null, roster_name = null" : "";
    }

    private static JsonObjectBuilder state(CandidateState before, Decision decision) {
        return JSON.createObjectBuilder().add("was", before.name()).add("decision", decision.name());
    }

    private String differences(ResourceType type, Candidate candidate, String personId) {
        JsonObject before = Documents.parse(Sql.of("select document from person where id = ?", personId)
                .list(dataSource, row -> row.getString(1))
                .get(0));
        try {
            return Changes.between(before, UserMerge.of(type, before, Documents.parse(candidate.wanted())));
        } catch (ScimException e) {
            // Whoever applies it says so; until then it is not known what would change.
            return "[]";
        }
    }

    private void record(Caller caller, Candidate candidate, String name, JsonObjectBuilder decision) {
        audit.record(Entry.done(
                caller,
                Action.UPDATED,
                200,
                TYPE,
                candidate == null ? null : candidate.id(),
                name,
                Changes.between(JsonObject.EMPTY_JSON_OBJECT, decision.build())));
    }

    @SafeVarargs
    private int change(String statement, List<? extends Object>... values) {
        Query query = entities.createNativeQuery(statement);
        int at = 1;
        for (List<?> some : values) {
            for (Object value : some) {
                query.setParameter(at++, value);
            }
        }
        return query.executeUpdate();
    }
}

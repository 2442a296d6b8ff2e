package io.roster.imports;

import io.roster.persistence.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the candidates that a page of users or groups is about: one statement a question. */
final class CandidateStore {

    static final String USER = "User";
    static final String GROUP = "Group";

    private final DataSource dataSource;
    private final String preview;

    /**
     * A store.
     *
     * @param dataSource where to read
     * @param preview the id of a dry run; empty for what is to be done
     */
    CandidateStore(DataSource dataSource, String preview) {
        this.dataSource = dataSource;
        this.preview = preview;
    }

    /** Candidates that are not applied, by Okta's id. A dry run knows also what an administrator ignores. */
    Map<String, StoredCandidate> open(String resourceType, Collection<String> oktaIds) {
        Map<String, StoredCandidate> open = new HashMap<>();
        for (List<String> chunk : RosterPeople.chunks(oktaIds)) {
            select("okta_id", chunk, resourceType, "state <> 'APPLIED'").forEach(candidate -> {
                boolean counts = candidate.preview().equals(preview) || candidate.state() == CandidateState.IGNORED;
                if (counts) {
                    open.merge(
                            candidate.oktaId(),
                            candidate,
                            (one, other) -> one.state() == CandidateState.IGNORED ? one : other);
                }
            });
        }
        return open;
    }

    /** Ids of candidates that are applied, by Okta's id. */
    Map<String, String> applied(String resourceType, Collection<String> oktaIds) {
        Map<String, String> applied = new HashMap<>();
        for (List<String> chunk : RosterPeople.chunks(oktaIds)) {
            List<Object> parameters = new ArrayList<>(chunk);
            parameters.add(resourceType);
            parameters.add(preview);
            new Sql(
                            "select okta_id, id from import_candidate where okta_id in " + Sql.places(chunk.size())
                                    + " and resource_type = ? and preview = ? and state = 'APPLIED'",
                            parameters)
                    .list(dataSource, row -> applied.put(row.getString(1), row.getString(2)));
        }
        return applied;
    }

    /** Open candidates of others who match the same people. */
    List<StoredCandidate> rivals(Collection<String> matchIds, Collection<String> exceptOktaIds) {
        List<StoredCandidate> rivals = new ArrayList<>();
        for (List<String> chunk : RosterPeople.chunks(matchIds)) {
            select("match_id", chunk, USER, "state in ('WAITING', 'CONFIRMED')").stream()
                    .filter(candidate -> candidate.preview().equals(preview))
                    .filter(candidate -> !exceptOktaIds.contains(candidate.oktaId()))
                    .forEach(rivals::add);
        }
        return rivals;
    }

    private List<StoredCandidate> select(String column, List<String> values, String resourceType, String condition) {
        List<Object> parameters = new ArrayList<>(values);
        parameters.add(resourceType);
        parameters.add(preview);
        return new Sql(
                        "select " + StoredCandidate.COLUMNS + " from import_candidate where " + column + " in "
                                + Sql.places(values.size())
                                + " and resource_type = ? and (preview = '' or preview = ?) and "
                                + condition,
                        parameters)
                .list(dataSource, StoredCandidate::read);
    }
}

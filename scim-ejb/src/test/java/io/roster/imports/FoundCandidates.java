package io.roster.imports;

import io.roster.persistence.Boundaries;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** What an import found, put into a test database, and administrators who decide. */
final class FoundCandidates {

    private final TestDatabase database;
    private final List<String> confirmedBy = new ArrayList<>();

    FoundCandidates(TestDatabase database) {
        this.database = database;
    }

    /** A person whose title is Clerk. */
    void person(String id, String name, String oktaId) {
        String linked = oktaId == null ? "" : ",\"externalId\":\"" + oktaId + '"';
        String email = name.toLowerCase(Locale.ROOT) + "@home";
        change(
                "insert into person (id, version, document, user_name_key, user_name, full_name, full_name_key, active,"
                        + " source, created_at, modified_at) values (?, 1, ?, ?, ?, ?, ?, true, 'CONSOLE', 1, 1)",
                id,
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + name
                        + "@example.org\",\"active\":true,\"title\":\"Clerk\",\"emails\":[{\"value\":\"x@home\"},{\"value\":\""
                        + email
                        + "\",\"primary\":true}]" + linked + '}',
                Keys.fold(name),
                name + "@example.org",
                name,
                Keys.fold(name));
    }

    /** A candidate that was found at the 500th millisecond, and whose title is to be Boss. */
    void add(String id, String name, CandidateKind kind, CandidateState state, String rosterId) {
        change(
                "insert into import_candidate (id, preview, run_id, resource_type, okta_id, okta_name, okta_name_key,"
                        + " kind, state, wanted, found_at) values (?, '', 'run', 'User', ?, ?, ?, ?, ?,"
                        + " '{\"title\":\"Boss\"}', 500)",
                id,
                "00u" + id,
                name,
                Keys.fold(name),
                kind.name(),
                state.name());
        if (rosterId != null) {
            change("update import_candidate set roster_id = ?, roster_name = 'x' where id = ?", rosterId, id);
        }
    }

    void change(String statement, Object... values) {
        database.run(entities -> {
            Query query = entities.createNativeQuery(statement);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            query.executeUpdate();
        });
    }

    <T> T as(String administrator, Function<Candidates, T> call) {
        return as(administrator, Candidates.class, call);
    }

    <B, T> T as(String administrator, Class<B> boundary, Function<B, T> call) {
        Principal principal = () -> administrator;
        SessionContext session = (SessionContext) Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> principal);
        return database.inTransaction(entities -> {
            Boundaries boundaries = database.boundaries(entities)
                    .with(SessionContext.class, session)
                    .with(UserLookup.class, (app, login) -> new UserLookup.Found(null, UserLookup.Problem.NOBODY, null))
                    .with(Heard.class, new Heard(confirmedBy))
                    .observedBy(Heard.class);
            return call.apply(boundaries.get(boundary));
        });
    }

    void run(String administrator, Consumer<Candidates> call) {
        as(administrator, candidates -> {
            call.accept(candidates);
            return null;
        });
    }

    /** By whom something was confirmed, as the job heard it. */
    List<String> confirmedBy() {
        return confirmedBy;
    }

    String row(String id) {
        return Sql.of("select state, roster_id, decided_by from import_candidate where id = ?", id)
                .list(database.dataSource(), row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .get(0);
    }

    List<String> events() {
        return Sql.of("select actor_name, resource_type, resource_id, resource_name, changes from audit_event order"
                        + " by id")
                .list(
                        database.dataSource(),
                        row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                                + row.getString(4) + " " + row.getString(5));
    }

    record Heard(List<String> names) {
        void hear(@Observes CandidatesConfirmed event) {
            names.add(event.by());
        }
    }
}

package io.roster.imports;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.persistence.Boundaries;
import io.roster.persistence.Ids;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.telephony.LeaversServices;
import io.roster.telephony.PersonSeats;
import io.roster.user.Users;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonObject;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/** A directory on a test database, and runs of the import whose pages are put there as fetching leaves them. */
final class ImportedOrg {

    static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, "req-1");

    private final TestDatabase database;
    private final List<ImportHeld> held = new ArrayList<>();

    ImportedOrg(TestDatabase database) {
        this.database = database;
    }

    /** Hears of runs that are held, as mails do. */
    static class Listener {

        static final ThreadLocal<List<ImportHeld>> HEARD = new ThreadLocal<>();

        void held(@Observes ImportHeld event) {
            HEARD.get().add(event);
        }
    }

    <B, T> T call(Class<B> type, Function<B, T> call) {
        return database.inTransaction(entities -> {
            Listener.HEARD.set(held);
            Boundaries boundaries = database.boundaries(entities)
                    .observedBy(LeaversServices.class)
                    .observedBy(PersonSeats.class)
                    .observedBy(Listener.class);
            return call.apply(boundaries.get(type));
        });
    }

    List<ImportHeld> held() {
        return held;
    }

    /** People made in the console, in one transaction; each as a User without schemas. */
    List<String> people(List<JsonObject> bodies) {
        List<String> ids = call(Users.class, users -> bodies.stream()
                .map(body -> users.create(
                                OKTA,
                                JsonObjects.with(body, "schemas", JsonObjects.ofStrings(List.of(SchemaRegistry.USER))),
                                Preconditions.NONE)
                        .id())
                .toList());
        change("update person set source = 'CONSOLE' where external_id is null");
        return ids;
    }

    String person(String userName, String email, String given, String family) {
        return people(List.of(body(userName, email, given, family))).get(0);
    }

    static JsonObject body(String userName, String email, String given, String family) {
        return OktaUsers.json("{'userName':'" + userName + "','name':{'givenName':'" + given + "','familyName':'"
                + family + "'},'emails':[{'type':'work','value':'" + email + "'}],'nickName':'Nick'}");
    }

    /** People who are as Okta has them, linked. */
    List<String> linked(List<FetchedUser> users) {
        return people(users.stream()
                .map(user -> JsonObjects.merge(
                        body(
                                user.appUserName(),
                                user.appUserName(),
                                user.profile().getString("firstName"),
                                user.profile().getString("lastName")),
                        OktaUsers.json("{'externalId':'" + user.oktaId() + "'}")))
                .toList());
    }

    /** As {@link #linked}, as rows alone: quickly made where there are thousands and nobody looks at what they have. */
    void linkedRows(List<FetchedUser> users) {
        database.run(entities -> users.forEach(user -> entities.createNativeQuery(
                        "insert into person (id, version, document, user_name_key, user_name, external_id, full_name,"
                                + " full_name_key, active, source, created_at, modified_at)"
                                + " values (?1, 1, '{}', ?2, ?2, ?3, ?2, ?2, true, 'OKTA', 1, 1)")
                .setParameter(1, Ids.next())
                .setParameter(2, user.appUserName())
                .setParameter(3, user.oktaId())
                .executeUpdate()));
    }

    void settings(String change) {
        change("update import_settings set " + change);
    }

    String run(ImportKind kind, boolean dryRun) {
        String id = Ids.next();
        change(
                "insert into import_run (id, kind, cause, dry_run, app_id, server, started_at, beat_at, state, step,"
                        + " stop_requested, users_fetched, groups_fetched, members_fetched, users_matched, groups_matched,"
                        + " to_apply, applied, refused) values (?, ?, 'TIMER', ?, '0oa1', 's', ?, 1, 'RUNNING', 'MATCH',"
                        + " false, 0, 0, 0, 0, 0, 0, 0, 0)",
                id,
                kind.name(),
                dryRun,
                System.currentTimeMillis() + 1);
        return id;
    }

    /** A full run that has read these users, on pages of that size. */
    String fullRun(int pageSize, List<FetchedUser> users) {
        String id = run(ImportKind.FULL, false);
        users(id, pageSize, users);
        return id;
    }

    void users(String runId, int pageSize, List<FetchedUser> users) {
        for (int page = 0; page * pageSize < users.size(); page++) {
            List<FetchedUser> some = users.subList(page * pageSize, Math.min(users.size(), (page + 1) * pageSize));
            page(runId, "USERS", "", page, some.size(), PageContent.ofUsers(some));
        }
    }

    void group(String runId, int page, FetchedGroup group, List<String> members) {
        page(runId, "GROUPS", "", page, 1, PageContent.ofGroups(List.of(group)));
        for (int i = 0; i == 0 || i * 200 < members.size(); i++) {
            List<String> some = members.subList(i * 200, Math.min(members.size(), (i + 1) * 200));
            page(runId, "MEMBERS", group.oktaId(), i, some.size(), PageContent.ofIds(some));
        }
    }

    private void page(String runId, String kind, String owner, int page, int amount, byte[] content) {
        change(
                "insert into import_page (run_id, kind, owner_id, page, amount, content) values (?, ?, ?, ?, ?, ?)",
                runId,
                kind,
                owner,
                page,
                amount,
                content);
    }

    ImportMatching matching() {
        return outside().get(ImportMatching.class);
    }

    void match(String runId) {
        ImportMatching matching = matching();
        while (matching.step(runId)) {
            // until all pages are done
        }
    }

    boolean passes(String runId) {
        return outside()
                .with(SafeguardWriter.class, new SafeguardWriter() {
                    @Override
                    public Boolean evaluate(MatchedRun run) {
                        return call(SafeguardWriter.class, writer -> writer.evaluate(run));
                    }
                })
                .get(ImportSafeguards.class)
                .passes(runId);
    }

    /** The step that applies; the consumer is called before each candidate, and may throw. */
    ImportApplication application(Consumer<String> before) {
        return outside()
                .with(ApplicationWriter.class, new ApplicationWriter() {
                    @Override
                    public Void apply(MatchedRun run, ResourceType type, String candidateId) {
                        before.accept(candidateId);
                        return call(ApplicationWriter.class, writer -> writer.apply(run, type, candidateId));
                    }

                    @Override
                    public Void refuse(MatchedRun run, String candidateId, int status, String detail) {
                        return call(ApplicationWriter.class, writer -> writer.refuse(run, candidateId, status, detail));
                    }
                })
                .get(ImportApplication.class);
    }

    void apply(String runId) {
        ImportApplication application = application(id -> {});
        while (application.step(runId)) {
            // until nothing is left
        }
    }

    /** All steps after fetching. */
    void importAll(String runId) {
        match(runId);
        passes(runId);
        apply(runId);
    }

    Boundaries outside() {
        return database.inTransaction(database::boundaries)
                .with(DataSource.class, database.dataSource())
                .with(MatchingWriter.class, new MatchingWriter() {
                    @Override
                    public Void write(Matched matched) {
                        return call(MatchingWriter.class, writer -> writer.write(matched));
                    }

                    @Override
                    public int sweep(MatchedRun run) {
                        return call(MatchingWriter.class, writer -> writer.sweep(run));
                    }

                    @Override
                    public Void count(MatchedRun run) {
                        return call(MatchingWriter.class, writer -> writer.count(run));
                    }
                });
    }

    void change(String statement, Object... values) {
        database.run(entities -> {
            Query query = entities.createNativeQuery(statement);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            query.executeUpdate();
        });
        database.entityManagers().getCache().evictAll();
    }

    /** Rows of a query, their columns joined by blanks. */
    List<String> rows(String query, Object... values) {
        return Sql.of(query, values).list(database.dataSource(), row -> {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getString(i));
            }
            return String.join(" ", columns.stream().map(String::valueOf).toList());
        });
    }

    List<String> candidates() {
        return rows("select okta_id, kind, state from import_candidate order by okta_id");
    }
}

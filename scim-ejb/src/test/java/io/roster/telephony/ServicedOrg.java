package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.persistence.Boundaries;
import io.roster.persistence.Documents;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.settings.Settings;
import io.roster.user.Users;
import jakarta.ejb.SessionContext;
import jakarta.json.JsonObject;
import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** People with services on a test database, as Okta and administrators treat them. */
final class ServicedOrg {

    static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, "req-1");

    private final TestDatabase database;

    ServicedOrg(TestDatabase database) {
        this.database = database;
    }

    /** Calls a boundary in a transaction, with everything observed that is on a server. */
    <B, T> T call(Class<B> type, Function<B, T> call) {
        return database.inTransaction(entities -> {
            Boundaries boundaries = database.boundaries(entities)
                    .with(SessionContext.class, erika())
                    .with(Settings.class, Settings.of(name -> null))
                    .observedBy(LeaversServices.class)
                    .observedBy(PersonSeats.class);
            return call.apply(boundaries.get(type));
        });
    }

    private static SessionContext erika() {
        Principal erika = () -> "erika";
        return (SessionContext) Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> erika);
    }

    String person(String userName) {
        JsonObject body = Documents.parse("{\"schemas\":[\"" + SchemaRegistry.USER + "\"],\"userName\":\"" + userName
                + "\",\"externalId\":\"00u" + userName + "\"}");
        return call(Users.class, users -> users.create(OKTA, body, Preconditions.NONE))
                .id();
    }

    void activate(String id, boolean active) {
        JsonObject body = Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                + "\"Operations\":[{\"op\":\"replace\",\"value\":{\"active\":" + active + "}}]}");
        call(Users.class, users -> users.patch(OKTA, id, PatchOperation.parse(body), Preconditions.NONE));
    }

    void delete(String id) {
        call(Users.class, users -> {
            users.delete(OKTA, id, Preconditions.NONE);
            return null;
        });
    }

    /** A number of the pool; {@code null} as person leaves it free. */
    void number(String number, String personId) {
        change("delete from phone_number where number = ?", number);
        change(
                "insert into phone_number (number, free_from, added_at, added_by, changed_at) values (?, 0, 1, 'x', 1)",
                number);
        if (personId != null) {
            change("update phone_number set person_id = ?, free_from = ? where number = ?", personId, taken(), number);
            record(personId);
        }
    }

    void extension(String extension, String personId) {
        change(
                "insert into extension_number (extension, range_id, person_id, free_from, changed_at)"
                        + " values (?, 'r1', ?, ?, 1)",
                extension,
                personId,
                taken());
        record(personId);
    }

    private static long taken() {
        return Long.MAX_VALUE;
    }

    void license(String id, int seats) {
        change(
                "insert into license (id, version, document, display_name, display_name_key, created_at, modified_at,"
                        + " seats, seats_used) values (?, 1, '{}', ?, ?, 1, 1, ?, 0)",
                id,
                "Licence " + id,
                id,
                seats);
    }

    void seat(String license, String personId) {
        change(
                "insert into license_seat (license_id, person_id, state, by_hand, by_group, by_okta, since,"
                        + " assigned_by) values (?, ?, 'HELD', true, false, false, 1, 'x')",
                license,
                personId);
        change("update license set seats_used = seats_used + 1 where id = ?", license);
        record(personId);
    }

    private void record(String personId) {
        call(ServiceRecorder.class, recorder -> {
            recorder.record(OKTA, SchemaRegistry.standard().user(), List.of(personId));
            return null;
        });
    }

    void policy(ServiceKind kind, Integer days) {
        call(ServicePolicies.class, policies -> {
            ServicePolicy stored = policies.list().get(kind.ordinal());
            policies.change(List.of(new ServicePolicy(kind, stored.version(), days)));
            return null;
        });
    }

    /** Makes it so that the person left that many days earlier. */
    void leftEarlier(String personId, int days) {
        change(
                "update departure set left_at = left_at - ? where person_id = ?",
                Duration.ofDays(days).toMillis(),
                personId);
    }

    /** What the job does when it runs now. */
    List<Leaver> endGrace(ServiceKind kind) {
        Instant now = Documents.now();
        List<Leaver> due = call(GraceEnd.class, grace -> grace.due(kind, now, Leaver.NONE, 100));
        call(GraceEnd.class, grace -> {
            grace.free(kind, now, due.stream().map(Leaver::personId).toList());
            return null;
        });
        return due;
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

    List<String> texts(String query, Object... values) {
        return Sql.of(query, values).list(database.dataSource(), row -> row.getString(1));
    }

    /** The telephony extension of the person's document. */
    String services(String personId) {
        JsonObject document = Documents.parse(
                call(Users.class, users -> users.get(personId, false)).document());
        return String.valueOf(document.get(SchemaRegistry.TELEPHONY_USER));
    }
}

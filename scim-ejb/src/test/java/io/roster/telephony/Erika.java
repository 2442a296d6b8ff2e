package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.persistence.Documents;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.user.Users;
import jakarta.ejb.SessionContext;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.function.Consumer;
import java.util.function.Function;

/** An administrator who calls boundaries, each call in a transaction of its own, and the people she looks after. */
record Erika(TestDatabase database) {

    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, null);

    <B, T> T call(Class<B> type, Function<B, T> call) {
        return database.inTransaction(entities -> call.apply(boundary(type, entities)));
    }

    <B> void run(Class<B> type, Consumer<B> call) {
        call(type, boundary -> {
            call.accept(boundary);
            return null;
        });
    }

    <B> B boundary(Class<B> type, EntityManager entities) {
        Principal erika = () -> "erika";
        SessionContext session = (SessionContext) Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> erika);
        return database.boundaries(entities).with(SessionContext.class, session).get(type);
    }

    /** Makes a person and returns the SCIM id. */
    String person(String userName, boolean active) {
        JsonObject body = Documents.parse(
                "{\"schemas\":[\"%s\"],\"userName\":\"%s\",\"active\":%s,\"name\":{\"familyName\":\"Of %s\"}}"
                        .formatted(SchemaRegistry.USER, userName, active, userName));
        return database.call(Users.class, users -> users.create(OKTA, body, Preconditions.NONE))
                .id();
    }

    /** The telephony extension of a person's document, as JSON; empty where there is none. */
    String services(String personId) {
        JsonObject document = Documents.parse(
                database.call(Users.class, users -> users.get(personId, false)).document());
        return document.containsKey(SchemaRegistry.TELEPHONY_USER)
                ? document.getJsonObject(SchemaRegistry.TELEPHONY_USER).toString()
                : "";
    }

    /** Lets all rests end. */
    void wait(PoolKind kind) {
        database.run(entities -> entities.createNativeQuery(
                        "update " + kind.table() + " set free_from = 5 where free_from > 5 and person_id is null")
                .executeUpdate());
    }

    int count(String from) {
        return Sql.of("select count(*) from " + from)
                .list(database.dataSource(), row -> row.getInt(1))
                .get(0);
    }
}

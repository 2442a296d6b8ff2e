package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.entitlement.EntitlementType;
import io.roster.entitlement.Entitlements;
import io.roster.entitlement.License;
import io.roster.group.Groups;
import io.roster.persistence.Boundaries;
import io.roster.persistence.Documents;
import io.roster.persistence.TestDatabase;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.user.Users;
import jakarta.ejb.SessionContext;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People, groups and licences as tests of seats need them; whoever observes events observes them. */
record LicenseDirectory(TestDatabase database) {

    static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, null);

    <B, T> T call(Class<B> type, Function<B, T> call) {
        return database.inTransaction(entities -> {
            Boundaries boundaries = database.boundaries(entities).with(SessionContext.class, session());
            return call.apply(boundaries
                    .observedBy(PendingSeats.class)
                    .observedBy(PersonSeats.class)
                    .get(type));
        });
    }

    void license(String id, Integer seats) {
        call(Entitlements.class, all -> {
            all.add(EntitlementType.LICENSE, id, id.toUpperCase(java.util.Locale.ROOT), null, seats);
            return null;
        });
    }

    License license(String id) {
        return (License) call(Entitlements.class, all -> all.find(EntitlementType.LICENSE, id))
                .orElseThrow();
    }

    void change(String id, String name, Integer seats) {
        long version = license(id).getVersion();
        call(Entitlements.class, all -> {
            all.change(EntitlementType.LICENSE, id, version, name, null, seats);
            return null;
        });
    }

    String person(String userName, String... entitlements) {
        return call(Users.class, users -> users.create(OKTA, body(userName, entitlements), Preconditions.NONE))
                .id();
    }

    void give(String id, String userName, String... entitlements) {
        call(Users.class, users -> users.replace(OKTA, id, body(userName, entitlements), Preconditions.NONE));
    }

    private static JsonObject body(String userName, String... entitlements) {
        String given = List.of(entitlements).stream()
                .map("{\"value\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        return Documents.parse(
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\",\"entitlements\":%s}"
                        .formatted(userName, given));
    }

    void active(String id, boolean active) {
        call(
                Users.class,
                users -> users.patch(
                        OKTA,
                        id,
                        operations("{\"op\":\"replace\",\"value\":{\"active\":" + active + "}}"),
                        Preconditions.NONE));
    }

    void delete(String id) {
        call(Users.class, users -> {
            users.delete(OKTA, id, Preconditions.NONE);
            return null;
        });
    }

    StoredResource group(String name, String... members) {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name
                + "\",\"members\":" + members(members) + "}";
        return call(Groups.class, groups -> groups.create(OKTA, Documents.parse(body), Preconditions.NONE));
    }

    void members(String groupId, String... members) {
        call(
                Groups.class,
                groups -> groups.patch(
                        OKTA,
                        groupId,
                        operations("{\"op\":\"replace\",\"path\":\"members\",\"value\":" + members(members) + "}"),
                        Preconditions.NONE));
    }

    void rule(String licenseId, String groupId) {
        call(LicenseGroups.class, groups -> {
            groups.add(licenseId, groupId);
            return null;
        });
    }

    private static String members(String... ids) {
        return List.of(ids).stream().map("{\"value\":\"%s\"}"::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<PatchOperation> operations(String operation) {
        return PatchOperation.parse(
                Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                        + operation + "]}"));
    }

    SeatResult assign(String licenseId, String personId) {
        return call(Licenses.class, all -> all.assign(licenseId, List.of(personId)))
                .get(0)
                .result();
    }

    SeatResult release(String licenseId, String personId) {
        return call(Licenses.class, all -> all.release(licenseId, List.of(personId)))
                .get(0)
                .result();
    }

    /** What the person has of licences, as {@code x6 HELD [HAND]}. */
    List<String> of(String personId) {
        return call(Licenses.class, all -> all.of(personId)).stream()
                .map(one -> one.licenseId() + " " + one.state() + " " + one.reasons())
                .toList();
    }

    /** What the person's document says of licences. */
    String document(String personId) {
        JsonObject document = Documents.parse(
                call(Users.class, users -> users.get(personId, false)).document());
        return document.get(SchemaRegistry.TELEPHONY_USER) instanceof JsonObject telephony
                        && telephony.get("licenses") instanceof JsonArray licenses
                ? licenses.toString()
                : "[]";
    }

    static SessionContext session() {
        Principal erika = () -> "erika";
        return (SessionContext) Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> erika);
    }
}

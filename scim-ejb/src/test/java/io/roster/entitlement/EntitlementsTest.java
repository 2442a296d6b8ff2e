package io.roster.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.audit.AuditEvent;
import io.roster.entitlement.EntitlementRefused.Reason;
import io.roster.persistence.Boundaries;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.persistence.TransactionDataSource;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.user.Users;
import jakarta.ejb.SessionContext;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnEachDatabase
class EntitlementsTest {

    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, null);
    private static final String BASE = "https://roster.example/scim/v2";

    @Parameter
    TestDatabase database;

    @ParameterizedTest
    @EnumSource(EntitlementType.class)
    void whatIsAddedIsReadAsSent(EntitlementType type) {
        run(all -> all.add(type, " x6 ", " X6 seat ", "Desk phone\nand \"app\"", null));
        StoredResource read = read(type, "x6");
        JsonObject json = Documents.parse(read.toJson(BASE));
        assertThat(json.getString("id")).isEqualTo("x6");
        assertThat(json.getString("displayName")).isEqualTo("X6 seat");
        assertThat(json.getString("description")).isEqualTo("Desk phone\nand \"app\"");
        assertThat(json.getString("type", null)).isEqualTo(type == EntitlementType.LICENSE ? "License" : null);
        assertThat(read.location(BASE)).isEqualTo(BASE + "/" + type.resourceType() + "s/x6");
        assertThat(page(type, null).totalResults()).isEqualTo(1);
        assertThat(page(other(type), null).totalResults()).isZero();
    }

    @Test
    void listsFilterAndAreInTheOrderOfTheirIds() {
        for (String id : List.of("b", "a.2", "a-1", "0")) {
            run(all -> all.add(EntitlementType.ROLE, id, "Name of " + id, id.equals("b") ? "Beta" : null, null));
        }
        assertThat(ids(page(EntitlementType.ROLE, null))).containsExactly("0", "a-1", "a.2", "b");
        assertThat(ids(page(EntitlementType.ROLE, "displayName eq \"NAME OF B\"")))
                .containsExactly("b");
        assertThat(ids(page(EntitlementType.ROLE, "description co \"beta\""))).containsExactly("b");
        assertThat(ids(page(EntitlementType.ROLE, "id eq \"a-1\""))).containsExactly("a-1");
        assertThat(ids(page(EntitlementType.ROLE, "not (description pr)"))).containsExactly("0", "a-1", "a.2");
    }

    @Test
    void aChangeMakesANewVersionAndTheSameAgainDoesNot() {
        run(all -> all.add(EntitlementType.LICENSE, "x6", "X6", null, null));
        Entitlement before = find("x6");
        run(all -> all.change(EntitlementType.LICENSE, "x6", before.getVersion(), "X6 seat", "", null));
        Entitlement after = find("x6");
        assertThat(after.getVersion()).isGreaterThan(before.getVersion());
        assertThat(after.getDisplayName()).isEqualTo("X6 seat");
        assertThat(after.getCreated()).isEqualTo(before.getCreated());
        run(all -> all.change(EntitlementType.LICENSE, "x6", after.getVersion(), "X6 seat", null, null));
        assertThat(find("x6").getVersion()).isEqualTo(after.getVersion());
        assertThat(events()).containsExactly("CREATED License x6 X6 by erika", "UPDATED License x6 X6 seat by erika");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "X6",
                "x 6",
                "é",
                "-x",
                ".search",
                "a/b",
                "a\"b",
                "1234567890123456789012345678901234567"
            })
    void anIdThatOktaCouldNotSendBackIsRefused(String id) {
        refused(Reason.ID, all -> all.add(EntitlementType.ROLE, id, "Name", null, null));
    }

    @Test
    void namesAndDescriptionsHaveTheirLengths() {
        refused(Reason.NAME, all -> all.add(EntitlementType.ROLE, "a", "  ", null, null));
        refused(Reason.NAME, all -> all.add(EntitlementType.ROLE, "a", "n".repeat(101), null, null));
        refused(Reason.DESCRIPTION, all -> all.add(EntitlementType.ROLE, "a", "A", "d".repeat(1001), null));
        run(all -> all.add(EntitlementType.ROLE, "a", "ß".repeat(100), "ü".repeat(1000), null));
    }

    @Test
    void anIdIsTakenWithinItsKindOnly() {
        run(all -> all.add(EntitlementType.ROLE, "x6", "Role", null, null));
        refused(Reason.TAKEN, all -> all.add(EntitlementType.ROLE, "x6", "Another", null, null));
        run(all -> all.add(EntitlementType.LICENSE, "x6", "Licence", null, null));
    }

    @Test
    void whoSawAnOlderVersionIsTold() {
        run(all -> all.add(EntitlementType.LICENSE, "x6", "X6", null, null));
        long seen = find("x6").getVersion();
        run(all -> all.change(EntitlementType.LICENSE, "x6", seen, "First", null, null));
        refused(Reason.CHANGED, all -> all.change(EntitlementType.LICENSE, "x6", seen, "Second", null, null));
        refused(Reason.CHANGED, all -> all.delete(EntitlementType.LICENSE, "x6", seen));
        refused(Reason.GONE, all -> all.change(EntitlementType.ROLE, "x6", seen, "Third", null, null));
        assertThat(find("x6").getDisplayName()).isEqualTo("First");
    }

    @Test
    void oneThatActivePeopleHaveIsNotDeleted() {
        run(all -> all.add(EntitlementType.ROLE, "phone-admin", "Phone administrator", null, null));
        person("ada", "\"roles\":[{\"value\":\"Phone-Admin\"},{\"value\":\"unknown\",\"display\":\"Kept\"}]");
        person("bob", "\"active\":false,\"roles\":[{\"value\":\"phone-admin\"}]");
        person("eve", "\"entitlements\":[{\"value\":\"phone-admin\"}]");
        Map<String, Integer> people = call(all -> all.people(EntitlementType.ROLE));
        assertThat(people).isEqualTo(Map.of("phone-admin", 2));
        Holders holders = call(all -> all.holders(EntitlementType.ROLE, "phone-admin"));
        assertThat(holders).isEqualTo(new Holders(1, 1));
        long version = call(all ->
                all.find(EntitlementType.ROLE, "phone-admin").orElseThrow().getVersion());
        refused(Reason.HELD, all -> all.delete(EntitlementType.ROLE, "phone-admin", version));
        List<Entitlement> left = call(all -> all.list(EntitlementType.ROLE));
        assertThat(left).hasSize(1);
    }

    @Test
    void oneThatIsDeletedIsGoneAndItsIdMayComeBackWithAVersionThatNobodyHasSeen() {
        run(all -> all.add(EntitlementType.LICENSE, "x6", "X6", null, null));
        person("bob", "\"active\":false,\"entitlements\":[{\"value\":\"x6\",\"type\":\"License\"}]");
        long version = find("x6").getVersion();
        run(all -> all.delete(EntitlementType.LICENSE, "x6", version));
        assertThatThrownBy(() -> read(EntitlementType.LICENSE, "x6"))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.status()).isEqualTo(404));
        assertThat(page(EntitlementType.LICENSE, null).totalResults()).isZero();
        run(all -> all.add(EntitlementType.LICENSE, "x6", "X6", null, null));
        assertThat(find("x6").getVersion()).isGreaterThan(version);
        assertThat(events()).contains("DELETED License x6 X6 by erika");
    }

    private Entitlement find(String id) {
        return call(all -> all.find(EntitlementType.LICENSE, id)).orElseThrow();
    }

    private StoredResource read(EntitlementType type, String id) {
        return database.call(DiscoveredEntitlements.class, all -> all.get(type, id));
    }

    private ResourcePage page(EntitlementType type, String filter) {
        Map<String, List<String>> query = filter == null ? Map.of() : Map.of("filter", List.of(filter));
        return database.call(
                DiscoveredEntitlements.class, all -> all.list(type, OKTA, SearchRequest.parse(query), BASE));
    }

    private static List<String> ids(ResourcePage page) {
        assertThat(page.totalResults()).isEqualTo(page.resources().size());
        return page.resources().stream().map(StoredResource::id).toList();
    }

    private static EntitlementType other(EntitlementType type) {
        return type == EntitlementType.ROLE ? EntitlementType.LICENSE : EntitlementType.ROLE;
    }

    private void person(String userName, String members) {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\",%s}";
        database.call(
                Users.class,
                users -> users.create(OKTA, Documents.parse(body.formatted(userName, members)), Preconditions.NONE));
    }

    private List<String> events() {
        return database.inTransaction(entities ->
                entities
                        .createQuery("select e from AuditEvent e order by e.id", AuditEvent.class)
                        .getResultList()
                        .stream()
                        .filter(event -> !"User".equals(event.getResourceType()))
                        .map(event -> "%s %s %s %s by %s"
                                .formatted(
                                        event.getAction(),
                                        event.getResourceType(),
                                        event.getResourceId(),
                                        event.getResourceName(),
                                        event.getActorName()))
                        .toList());
    }

    private void refused(Reason reason, Consumer<Entitlements> change) {
        assertThatThrownBy(() -> run(change))
                .isInstanceOfSatisfying(EntitlementRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private void run(Consumer<Entitlements> change) {
        call(all -> {
            change.accept(all);
            return null;
        });
    }

    private <T> T call(Function<Entitlements, T> call) {
        return database.inTransaction(entities -> call.apply(new Boundaries()
                .with(EntityManager.class, entities)
                .with(DataSource.class, TransactionDataSource.of(entities))
                .with(SessionContext.class, session())
                .get(Entitlements.class)));
    }

    private static SessionContext session() {
        Principal erika = () -> "erika";
        return (SessionContext) Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> erika);
    }
}

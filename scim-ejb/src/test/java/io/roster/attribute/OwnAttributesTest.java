package io.roster.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.audit.Action;
import io.roster.audit.AuditEvent;
import io.roster.group.Groups;
import io.roster.persistence.Boundaries;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.schema.CurrentSchemas;
import io.roster.schema.OwnAttribute;
import io.roster.schema.OwnCharacteristics;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.user.Users;
import jakarta.ejb.SessionContext;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class OwnAttributesTest {

    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, null);
    private static final String URN = SchemaRegistry.CUSTOM_USER;

    @Parameter
    TestDatabase database;

    private <T> T call(Function<OwnAttributes, T> call) {
        return database.inTransaction(entities -> call.apply(database.boundaries(entities)
                .with(SessionContext.class, signedInAs("ines"))
                .get(OwnAttributes.class)));
    }

    private static SessionContext signedInAs(String name) {
        Principal principal = () -> name;
        return (SessionContext) Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> principal);
    }

    private static OwnCharacteristics text(String name, boolean required, String... values) {
        return new OwnCharacteristics(name, Type.STRING, false, required, false, List.of(values), "About " + name);
    }

    private OwnAttribute defined(OwnCharacteristics asked) {
        return call(own -> own.define("User", asked));
    }

    private List<OwnAttribute> all(String resourceType) {
        return call(own -> own.list(resourceType));
    }

    private StoredResource created(String own) {
        JsonObject body = Documents.parse(
                "{\"schemas\":[\"" + SchemaRegistry.USER + "\"],\"userName\":\"ada\",\"" + URN + "\":" + own + "}");
        return database.call(Users.class, users -> users.create(OKTA, body, Preconditions.NONE));
    }

    private StoredResource patched(String id, String operation) {
        JsonObject body = Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                + "\"Operations\":[" + operation + "]}");
        return database.call(
                Users.class, users -> users.patch(OKTA, id, PatchOperation.parse(body), Preconditions.NONE));
    }

    private int found(String filter) {
        SearchRequest request = SearchRequest.parse(Map.of("filter", List.of(filter)));
        return database.call(Users.class, users -> users.list(OKTA, request, false, ""))
                .totalResults();
    }

    @Test
    void anAttributeIsKnownToTheNextRequest() {
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> created("{\"badge\":\"B-7\"}"));
        OwnAttribute badge = defined(text("badge", false));
        assertThat(all("User")).extracting(OwnAttribute::getCharacteristics).containsExactly(text("badge", false));
        assertThat(all("Group")).isEmpty();
        assertThat(badge.getCreatedBy()).isEqualTo("ines");
        StoredResource ada = created("{\"badge\":\"B-7\"}");
        assertThat(ada.document()).contains("{\"badge\":\"B-7\"}");
        assertThat(found(URN + ":badge eq \"b-7\"")).isEqualTo(1);
        assertThat(found(URN + ":badge eq \"b-8\"")).isZero();
        assertThat(patched(ada.id(), "{\"op\":\"replace\",\"path\":\"" + URN + ":badge\",\"value\":\"B-8\"}")
                        .document())
                .contains("{\"badge\":\"B-8\"}");
        assertThat(found(URN + ":badge eq \"b-8\"")).isEqualTo(1);
    }

    @Test
    void groupsHaveTheirOwn() {
        call(own -> own.define("Group", text("site", false)));
        JsonObject body = Documents.parse("{\"schemas\":[\"" + SchemaRegistry.GROUP + "\"],\"displayName\":\"Sales\",\""
                + SchemaRegistry.CUSTOM_GROUP + "\":{\"site\":\"Berlin\"}}");
        database.call(Groups.class, groups -> groups.create(OKTA, body, Preconditions.NONE));
        SearchRequest request =
                SearchRequest.parse(Map.of("filter", List.of(SchemaRegistry.CUSTOM_GROUP + ":site eq \"berlin\"")));
        assertThat(database.call(Groups.class, groups -> groups.list(OKTA, request, false, ""))
                        .totalResults())
                .isEqualTo(1);
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> created("{\"site\":\"Berlin\"}"));
    }

    @Test
    void whatBecomesRequiredDoesNotStopADeactivation() {
        OwnAttribute badge = defined(text("badge", false));
        StoredResource ada = created("{}");
        call(own -> own.change(badge.getId(), badge.getVersion(), text("badge", true)));
        assertThat(patched(ada.id(), "{\"op\":\"replace\",\"value\":{\"active\":false}}")
                        .document())
                .contains("\"active\":false");
        JsonObject whole =
                Documents.parse("{\"schemas\":[\"" + SchemaRegistry.USER + "\"],\"userName\":\"ada\",\"active\":true}");
        assertThat(database.call(Users.class, users -> users.replace(OKTA, ada.id(), whole, Preconditions.NONE))
                        .document())
                .contains("\"active\":true");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> created("{}"))
                .satisfies(e -> assertThat(e.detail()).contains(URN));
    }

    @Test
    void replacingWithoutWhatIsRequiredLeavesIt() {
        defined(text("badge", true));
        StoredResource ada = created("{\"badge\":\"B-7\"}");
        JsonObject whole = Documents.parse(
                "{\"schemas\":[\"" + SchemaRegistry.USER + "\"],\"userName\":\"ada\",\"active\":false}");
        assertThat(database.call(Users.class, users -> users.replace(OKTA, ada.id(), whole, Preconditions.NONE))
                        .document())
                .contains("\"active\":false", "\"badge\":\"B-7\"");
    }

    @Test
    void anAttributeThatSomebodyHasIsNotDeleted() {
        OwnAttribute badge = defined(text("badge", false));
        StoredResource ada = created("{\"badge\":\"B-7\"}");
        assertThatExceptionOfType(AttributeRefusal.class)
                .isThrownBy(() -> deleted(badge))
                .withMessage("own.held.people")
                .satisfies(e -> assertThat(e.getValues()).containsExactly("badge", 1));
        patched(ada.id(), "{\"op\":\"remove\",\"path\":\"" + URN + ":badge\"}");
        deleted(badge);
        assertThat(all("User")).isEmpty();
        deleted(badge);
    }

    private boolean deleted(OwnAttribute attribute) {
        return call(own -> {
            own.delete(attribute.getId());
            return true;
        });
    }

    @Test
    void whatWasWrittenInTheMomentOfTheDeletionHarmsNothing() {
        OwnAttribute badge = defined(text("badge", false));
        StoredResource ada = created("{\"badge\":\"B-7\"}");
        database.run(entities -> entities.remove(entities.find(OwnAttribute.class, badge.getId())));
        database.run(entities -> entities.createNativeQuery("update schema_version set version = version + 1")
                .executeUpdate());
        assertThat(patched(ada.id(), "{\"op\":\"replace\",\"value\":{\"title\":\"Countess\"}}")
                        .document())
                .contains("Countess")
                .doesNotContain(URN);
    }

    @Test
    void whatDecidesHowValuesAreComparedStays() {
        OwnAttribute badge = defined(text("badge", false));
        var other = new OwnCharacteristics("other", Type.INTEGER, true, true, true, List.of("A"), "New");
        assertThat(call(own -> own.change(badge.getId(), badge.getVersion(), other))
                        .getCharacteristics())
                .isEqualTo(new OwnCharacteristics("badge", Type.STRING, false, true, false, List.of("A"), "New"));
    }

    @Test
    void aNameIsThereOnceAndAChangeLosesAgainstAnEarlierOne() {
        OwnAttribute badge = defined(text("badge", false));
        refused("own.name.taken", own -> own.define("User", text("BADGE", false)));
        call(own -> own.define("Group", text("badge", false)));
        call(own -> own.change(badge.getId(), badge.getVersion(), text("badge", true)));
        refused("own.changed", own -> own.change(badge.getId(), badge.getVersion(), text("badge", false)));
        deleted(badge);
        refused("own.gone", own -> own.change(badge.getId(), badge.getVersion(), text("badge", false)));
    }

    private void refused(String key, Function<OwnAttributes, OwnAttribute> asked) {
        assertThatExceptionOfType(AttributeRefusal.class)
                .isThrownBy(() -> call(asked))
                .withMessage(key);
    }

    @Test
    void whoChangedWhatIsRecorded() {
        OwnAttribute badge = defined(text("badge", false));
        OwnAttribute changed = call(own -> own.change(badge.getId(), badge.getVersion(), text("badge", true, "A")));
        call(own -> own.change(badge.getId(), changed.getVersion(), text("badge", true, "A")));
        deleted(badge);
        List<AuditEvent> events = database.inTransaction(
                entities -> entities.createQuery("select e from AuditEvent e order by e.id", AuditEvent.class)
                        .getResultList());
        assertThat(events)
                .extracting(AuditEvent::getAction)
                .containsExactly(Action.CREATED, Action.UPDATED, Action.DELETED);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getActorName()).isEqualTo("ines");
            assertThat(event.getActorType()).isEqualTo("ADMINISTRATOR");
            assertThat(event.getResourceId()).isEqualTo(badge.getId());
            assertThat(event.getResourceName()).isEqualTo("User:badge");
        });
        assertThat(events.get(1).getChanges())
                .contains("{\"attribute\":\"required\",\"before\":false,\"after\":true}")
                .contains("{\"attribute\":\"canonicalValues\",\"after\":[\"A\"]}");
    }

    @Test
    void anotherServerSeesAChangeWithinASecondOrSo() throws Exception {
        CurrentSchemas other =
                new Boundaries().with(DataSource.class, database.dataSource()).get(CurrentSchemas.class);
        SchemaRegistry before = other.registry();
        assertThat(database.dataSource().statementsOf(other::registry)).isZero();
        defined(text("badge", false));
        Thread.sleep(1100);
        assertThat(other.registry().user().path(URN + ":badge")).isPresent();
        assertThat(before.user().path(URN + ":badge")).isEmpty();
        SchemaRegistry after = other.registry();
        Thread.sleep(1100);
        assertThat(database.dataSource().statementsOf(other::registry)).isEqualTo(1);
        assertThat(other.registry()).isSameAs(after);
        other.expire();
        assertThat(database.dataSource().statementsOf(other::registry)).isEqualTo(1);
    }
}

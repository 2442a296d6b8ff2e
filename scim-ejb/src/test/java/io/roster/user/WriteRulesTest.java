package io.roster.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.group.Groups;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a person beyond the document alone: what it refers to, what is computed, what was there before. */
@OnEachDatabase
class WriteRulesTest {

    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, "req-1");
    private static final String MANAGER = SchemaRegistry.ENTERPRISE_USER + ":manager.value";
    private static final String NOBODY = "0192f0c1-7a5b-7000-8000-00000000abcd";

    @Parameter
    TestDatabase database;

    private StoredResource created(String userName, String members) {
        JsonObject body = Documents.parse(
                "{\"schemas\":[\"" + SchemaRegistry.USER + "\"],\"userName\":\"" + userName + "\"" + members + "}");
        return database.call(Users.class, users -> users.create(OKTA, body, Preconditions.NONE));
    }

    private StoredResource managed(String userName, String manager) {
        return created(
                userName, ",\"" + SchemaRegistry.ENTERPRISE_USER + "\":{\"manager\":{\"value\":\"" + manager + "\"}}");
    }

    private StoredResource patched(String id, String operation) {
        JsonObject body = Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                + "\"Operations\":[" + operation + "]}");
        return database.call(
                Users.class, users -> users.patch(OKTA, id, PatchOperation.parse(body), Preconditions.NONE));
    }

    private StoredResource replaced(String id, String document) {
        return database.call(
                Users.class, users -> users.replace(OKTA, id, Documents.parse(document), Preconditions.NONE));
    }

    private StoredResource read(String id) {
        return database.call(Users.class, users -> users.get(id, true));
    }

    private static void assertRefused(String scimType, String detail, ThrowingCallable call) {
        assertThatExceptionOfType(ScimException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.scimType()).isEqualTo(scimType);
            assertThat(e.detail()).contains(detail).endsWith(".");
        });
    }

    private static String toManager(String id) {
        return "{\"op\":\"replace\",\"path\":\"" + MANAGER + "\",\"value\":\"" + id + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"boss@acme.example", "4711", "CN=Boss,OU=Sales", "26118915-6090-4610-87e4-49d8ca9f808d"})
    void aManagerMayBeNamedAsTheClientLikes(String name) {
        assertThat(managed("ada", name).toJson("")).contains("\"value\":\"" + name + "\"");
    }

    @Test
    void aManagerThatCanOnlyBeAnIdMustExist() {
        StoredResource boss = created("boss", "");
        StoredResource ada = managed("ada", boss.id());
        assertRefused("invalidValue", "\"" + MANAGER + "\" is " + NOBODY, () -> managed("bob", NOBODY));
        assertRefused("invalidValue", MANAGER, () -> patched(ada.id(), toManager(NOBODY)));
        String document = read(ada.id()).toJson("").replace(boss.id(), NOBODY);
        assertRefused("invalidValue", MANAGER, () -> replaced(ada.id(), document));
        assertThat(read(ada.id()).toJson("")).isEqualTo(ada.toJson(""));
        assertThat(patched(boss.id(), toManager(ada.id())).document()).contains(ada.id());
    }

    @Test
    void aManagerWhoWasDeletedStandsInNoLaterWritesWay() {
        StoredResource boss = created("boss", "");
        StoredResource ada = managed("ada", boss.id());
        database.call(Users.class, users -> {
            users.delete(OKTA, boss.id(), Preconditions.NONE);
            return null;
        });
        assertThat(patched(ada.id(), "{\"op\":\"replace\",\"value\":{\"title\":\"Countess\"}}")
                        .document())
                .contains("Countess");
        String document = read(ada.id()).toJson("").replace("Countess", "Engineer");
        assertThat(replaced(ada.id(), document).document()).contains("Engineer", boss.id());
    }

    @Test
    void whatAnswersShowIsPassedOverInAValueAndWhatDiffersIsRefused() {
        StoredResource ada = created("ada", "");
        JsonObject group = Documents.parse("{\"schemas\":[\"" + SchemaRegistry.GROUP + "\"],\"displayName\":\"Voice\","
                + "\"members\":[{\"value\":\"" + ada.id() + "\"}]}");
        String groupId = database.call(Groups.class, groups -> groups.create(OKTA, group, Preconditions.NONE))
                .id();
        String answered = read(ada.id()).toJson("https://roster.acme.example/scim/v2");
        assertThat(answered).contains(groupId);
        StoredResource same = patched(ada.id(), "{\"op\":\"replace\",\"value\":" + answered + "}");
        assertThat(same.version()).isEqualTo(ada.version());
        assertThat(same.modified()).isEqualTo(ada.modified());
        String titled = answered.replace("\"userName\"", "\"title\":\"Countess\",\"userName\"");
        assertThat(patched(ada.id(), "{\"op\":\"add\",\"value\":" + titled + "}")
                        .document())
                .contains("Countess")
                .doesNotContain(groupId);
        assertRefused(
                "mutability",
                "\"groups\" (Operations[0].value.groups)",
                () -> patched(ada.id(), "{\"op\":\"replace\",\"value\":" + answered.replace(groupId, NOBODY) + "}"));
        assertRefused(
                "mutability",
                "\"id\" (Operations[0].value.id)",
                () -> patched(ada.id(), "{\"op\":\"replace\",\"value\":{\"id\":\"" + NOBODY + "\"}}"));
    }

    @Test
    void whatBreaksARuleThatCameLaterStandsInNoOtherChangesWay() {
        StoredResource ada = created("ada", ",\"profileUrl\":\"https://acme.example/ada\"");
        database.inTransaction(entities -> entities.createQuery("update Person p set p.document = :document")
                .setParameter("document", ada.document().replace("https://acme.example/ada", "my page"))
                .executeUpdate());
        assertThat(patched(ada.id(), "{\"op\":\"replace\",\"value\":{\"active\":false}}")
                        .document())
                .contains("\"active\":false", "my page");
        String document = read(ada.id()).toJson("").replace("\"active\":false", "\"active\":true");
        assertThat(replaced(ada.id(), document).document()).contains("\"active\":true", "my page");
        assertRefused(
                "invalidValue",
                "\"profileUrl\" must be a URI",
                () -> replaced(ada.id(), document.replace("my page", "your page")));
    }
}

package io.roster.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.access.TokenOwner;
import io.roster.audit.Action;
import io.roster.audit.AuditEvent;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.persistence.Tombstone;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class UsersTest {

    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, "req-1");
    private static final Caller READER = new Caller(Caller.Kind.TOKEN, "t2", "Reports", Scope.READ, null);
    private static final String SCHEMA = "\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]";

    @Parameter
    TestDatabase database;

    private <T> T call(Function<Users, T> call) {
        return database.call(Users.class, call);
    }

    private static JsonObject user(String attributes) {
        return Documents.parse("{" + SCHEMA + "," + attributes + "}");
    }

    private StoredResource created(String attributes) {
        return call(users -> users.create(OKTA, user(attributes), Preconditions.NONE));
    }

    private StoredResource patched(String id, String operation) {
        JsonObject body = Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                + "\"Operations\":[" + operation + "]}");
        return call(users -> users.patch(OKTA, id, PatchOperation.parse(body), Preconditions.NONE));
    }

    private List<AuditEvent> events() {
        return database.inTransaction(
                entities -> entities.createQuery("select e from AuditEvent e order by e.id", AuditEvent.class)
                        .getResultList());
    }

    private ResourcePage list(int startIndex, int count) {
        SearchRequest request = SearchRequest.parse(
                Map.of("startIndex", List.of(Integer.toString(startIndex)), "count", List.of(Integer.toString(count))));
        return call(users -> users.list(OKTA, request, true, ""));
    }

    @Test
    void keepsWhatWasSentAndNoPassword() {
        StoredResource ada =
                created("\"userName\":\"Ada@acme.example\",\"password\":\"1mz050nq\",\"title\":\"Countess\"");
        StoredResource read = call(users -> users.get(ada.id(), true));
        assertThat(read.toJson("http://h/scim/v2"))
                .isEqualTo(ada.toJson("http://h/scim/v2"))
                .contains("\"userName\":\"Ada@acme.example\"", "\"title\":\"Countess\"", "\"active\":true")
                .contains("\"location\":\"http://h/scim/v2/Users/" + ada.id() + "\"")
                .doesNotContain("1mz050nq");
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.getAction()).isEqualTo(Action.CREATED);
            assertThat(event.getActorName()).isEqualTo("Okta");
            assertThat(event.getRequestId()).isEqualTo("req-1");
            assertThat(event.getResourceName()).isEqualTo("Ada@acme.example");
            assertThat(event.getChanges()).contains("Countess").doesNotContain("1mz050nq");
        });
    }

    @Test
    void refusesAUserNameThatDiffersInCaseOnly() {
        created("\"userName\":\"ada\"");
        assertThatThrownBy(() -> created("\"userName\":\"ADA\""))
                .isInstanceOfSatisfying(ScimException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(409);
                    assertThat(refusal.scimType()).isEqualTo("uniqueness");
                });
        StoredResource bob = created("\"userName\":\"bob\"");
        assertThatThrownBy(() -> patched(bob.id(), "{\"op\":\"replace\",\"value\":{\"userName\":\"Ada\"}}"))
                .isInstanceOf(ScimException.class);
        assertThat(list(1, 10).totalResults()).isEqualTo(2);
    }

    @Test
    void tellsWhatEachChangeMeans() {
        String id = created("\"userName\":\"ada\"").id();
        patched(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}");
        patched(id, "{\"op\":\"replace\",\"value\":{\"active\":true}}");
        patched(id, "{\"op\":\"replace\",\"value\":{\"active\":true}}");
        patched(id, "{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"00u1\"}");
        patched(id, "{\"op\":\"add\",\"path\":\"name.givenName\",\"value\":\"Ada\"}");
        assertThat(events().stream().map(AuditEvent::getAction))
                .containsExactly(
                        Action.CREATED,
                        Action.DEACTIVATED,
                        Action.REACTIVATED,
                        Action.UNCHANGED,
                        Action.LINKED,
                        Action.UPDATED);
        assertThat(events().get(1).getChanges())
                .isEqualTo("[{\"attribute\":\"active\",\"before\":true,\"after\":false}]");
    }

    @Test
    void changesNothingWhenNothingChanges() {
        StoredResource ada = created("\"userName\":\"ada\",\"emails\":[{\"value\":\"a@x.example\",\"type\":\"work\"}]");
        StoredResource same = call(users -> users.replace(
                OKTA,
                ada.id(),
                user("\"emails\":[{\"type\":\"work\",\"value\":\"a@x.example\"}],\"userName\":\"ada\""),
                Preconditions.ifMatch(ada.etag().toString())));
        assertThat(same.etag()).isEqualTo(ada.etag());
        assertThat(same.version()).isEqualTo(ada.version());
        assertThat(same.modified()).isEqualTo(ada.modified());
    }

    @Test
    void putClearsWhatItLeavesOutButNotActive() {
        String id = created("\"userName\":\"ada\",\"title\":\"Countess\",\"active\":false")
                .id();
        StoredResource replaced =
                call(users -> users.replace(OKTA, id, user("\"userName\":\"ada2\""), Preconditions.NONE));
        assertThat(replaced.document()).doesNotContain("Countess").contains("\"active\":false", "ada2");
    }

    @Test
    void refusesAnotherVersionThanTheClientRead() {
        StoredResource ada = created("\"userName\":\"ada\"");
        patched(ada.id(), "{\"op\":\"add\",\"path\":\"title\",\"value\":\"x\"}");
        Preconditions old = Preconditions.ifMatch(ada.etag().toString());
        assertThatThrownBy(() -> call(users -> users.replace(OKTA, ada.id(), user("\"userName\":\"b\""), old)))
                .isInstanceOfSatisfying(ScimException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(412));
        assertThatThrownBy(() -> call(users -> {
                    users.delete(OKTA, ada.id(), old);
                    return null;
                }))
                .isInstanceOf(ScimException.class);
    }

    @Test
    void anEventNamesTheTokenAndThePersonToWhomItBelongs() {
        StoredResource ada = created("\"userName\":\"ada\"");
        Caller herself =
                new Caller(Caller.Kind.TOKEN, "t3", "phone", Scope.WRITE, null, new TokenOwner(ada.id(), "ada", true));
        call(users -> {
            users.delete(herself, ada.id(), Preconditions.NONE);
            return null;
        });
        assertThat(events().get(0).getActorUserName()).isNull();
        assertThat(events().get(1).getActorName()).isEqualTo("phone");
        assertThat(events().get(1).getActorUserName()).isEqualTo("ada");
    }

    @Test
    void aReaderMayNotWrite() {
        assertThatThrownBy(() -> call(users -> users.create(READER, user("\"userName\":\"ada\""), Preconditions.NONE)))
                .isInstanceOfSatisfying(ScimException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(403));
    }

    @Test
    void whatIsDeletedIsGoneAndLeavesATombstone() {
        String id = created("\"userName\":\"ada\",\"emails\":[{\"value\":\"a@x.example\"}]")
                .id();
        call(users -> {
            users.delete(OKTA, id, Preconditions.NONE);
            return null;
        });
        assertThatThrownBy(() -> call(users -> users.get(id, true))).isInstanceOf(ScimException.class);
        assertThat(list(1, 10).totalResults()).isZero();
        assertThat(database.<Tombstone>inTransaction(entities -> entities.find(Tombstone.class, id)))
                .isNotNull();
        assertThat(created("\"userName\":\"ada\"").id()).isNotEqualTo(id);
    }

    @Test
    void whatIsNoIdIsNotFound() {
        for (String id : List.of("x", "", "\0", "a".repeat(10_000), "' or 1=1 --")) {
            assertThatThrownBy(() -> call(users -> users.get(id, true)))
                    .isInstanceOfSatisfying(ScimException.class, refusal -> assertThat(refusal.status())
                            .isEqualTo(404));
        }
    }

    @Test
    void pagesFollowEachOther() {
        List<String> ids = IntStream.range(0, 7)
                .mapToObj(i -> created("\"userName\":\"u" + i + "\"").id())
                .toList();
        ResourcePage first = list(1, 3);
        assertThat(first.resources()).extracting(StoredResource::id).isEqualTo(ids.subList(0, 3));
        assertThat(list(4, 3).resources()).extracting(StoredResource::id).isEqualTo(ids.subList(3, 6));
        assertThat(list(7, 3).resources()).hasSize(1);
        assertThat(list(8, 3).resources()).isEmpty();
        assertThat(list(8, 3).totalResults()).isEqualTo(7);
        assertThat(list(1, 0).resources()).isEmpty();
    }

    @Test
    void aListOfTenTakesAsManyStatementsAsAListOfTwo() throws Exception {
        for (int i = 0; i < 10; i++) {
            created("\"userName\":\"u" + i + "\"");
        }
        assertThat(database.dataSource().statementsOf(() -> list(1, 10)))
                .isEqualTo(database.dataSource().statementsOf(() -> list(1, 2)));
    }
}

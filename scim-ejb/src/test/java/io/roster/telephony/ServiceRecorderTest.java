package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.user.Users;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What SCIM clients see of services, whatever they write themselves. */
@OnEachDatabase
class ServiceRecorderTest {

    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t1", "Okta", Scope.WRITE, "req-1");
    private static final String NUMBER = "+14155550137";

    @Parameter
    TestDatabase database;

    private StoredResource created(String phoneNumbers) {
        JsonObject body = Documents.parse("{\"schemas\":[\"" + SchemaRegistry.USER
                + "\"],\"userName\":\"ada@acme.example\",\"externalId\":\"00u1\"" + phoneNumbers + "}");
        return database.call(Users.class, users -> users.create(OKTA, body, Preconditions.NONE));
    }

    private void assign(StoredResource person, String number) {
        database.run(entities -> {
            entities.createNativeQuery("delete from phone_number").executeUpdate();
            if (number != null) {
                entities.createNativeQuery("insert into phone_number (number, person_id, free_from, added_at, added_by,"
                                + " changed_at) values (?, ?, 9223372036854775807, 1, 'admin', 1)")
                        .setParameter(1, number)
                        .setParameter(2, person.id())
                        .executeUpdate();
            }
            database.boundary(ServiceRecorder.class, entities)
                    .record(OKTA, SchemaRegistry.standard().user(), List.of(person.id()));
        });
    }

    private JsonObject read(StoredResource person) {
        return Documents.parse(database.call(Users.class, users -> users.get(person.id(), true))
                .document());
    }

    private StoredResource replaced(StoredResource person, String document) {
        return database.call(
                Users.class, users -> users.replace(OKTA, person.id(), Documents.parse(document), Preconditions.NONE));
    }

    private StoredResource patched(StoredResource person, String operation) {
        JsonObject body = Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                + "\"Operations\":[" + operation + "]}");
        return database.call(
                Users.class, users -> users.patch(OKTA, person.id(), PatchOperation.parse(body), Preconditions.NONE));
    }

    private static String numbers(JsonObject document) {
        return String.valueOf(document.get("phoneNumbers"));
    }

    @Test
    void anAssignedNumberStandsInTheExtensionAndAmongThePhoneNumbers() {
        StoredResource ada = created("");
        assign(ada, NUMBER);
        JsonObject document = read(ada);
        assertThat(document.getJsonObject(SchemaRegistry.TELEPHONY_USER))
                .hasToString("{\"phoneNumber\":\"" + NUMBER + "\",\"serviceStatus\":\"active\"}");
        assertThat(numbers(document)).isEqualTo("[{\"value\":\"" + NUMBER + "\",\"type\":\"work\",\"primary\":true}]");
        assertThat(document.getJsonArray("schemas").toString()).contains(SchemaRegistry.TELEPHONY_USER);
        for (String filter : List.of(
                SchemaRegistry.TELEPHONY_USER + ":phoneNumber eq \"" + NUMBER + "\"",
                "phoneNumbers.value eq \"" + NUMBER + "\"",
                SchemaRegistry.TELEPHONY_USER + ":serviceStatus eq \"active\"")) {
            SearchRequest request = SearchRequest.parse(Map.of("filter", List.of(filter)));
            assertThat(database.call(Users.class, users -> users.list(OKTA, request, false, ""))
                            .totalResults())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatAClientSendsBackChangesNothing() {
        StoredResource ada = created("");
        assign(ada, NUMBER);
        StoredResource got = database.call(Users.class, users -> users.get(ada.id(), true));
        assertThat(replaced(ada, got.toJson("")).version()).isEqualTo(got.version());
        String whole = "{\"op\":\"replace\",\"value\":" + got.toJson("") + "}";
        assertThat(patched(ada, whole).version()).isEqualTo(got.version());
    }

    @Test
    void aClientWritesNumbersOfItsOwnBesideIt() {
        StoredResource ada = created("");
        assign(ada, NUMBER);
        replaced(
                ada,
                "{\"schemas\":[\"" + SchemaRegistry.USER + "\"],\"userName\":\"ada@acme.example\",\"phoneNumbers\":["
                        + "{\"value\":\"+1 415 555 0100\",\"type\":\"mobile\",\"primary\":true}]}");
        assertThat(numbers(read(ada)))
                .isEqualTo("[{\"value\":\"" + NUMBER + "\",\"type\":\"work\"},"
                        + "{\"value\":\"+1 415 555 0100\",\"type\":\"mobile\",\"primary\":true}]");
        patched(ada, "{\"op\":\"remove\",\"path\":\"phoneNumbers\"}");
        assertThat(numbers(read(ada))).isEqualTo("[{\"value\":\"" + NUMBER + "\",\"type\":\"work\",\"primary\":true}]");
    }

    @Test
    void theSameNumberWrittenOtherwiseIsNotTwice() {
        StoredResource ada = created(",\"phoneNumbers\":[{\"value\":\"+1 (415) 555-0137\",\"type\":\"work\"}]");
        assign(ada, NUMBER);
        assertThat(numbers(read(ada))).isEqualTo("[{\"value\":\"" + NUMBER + "\",\"type\":\"work\",\"primary\":true}]");
    }

    @Test
    void whatIsReleasedIsGoneFromTheDocument() {
        StoredResource ada = created(",\"phoneNumbers\":[{\"value\":\"+49301\",\"type\":\"home\"}]");
        JsonObject before = read(ada);
        assign(ada, NUMBER);
        assign(ada, "+14155550138");
        assertThat(numbers(read(ada))).contains("+14155550138").doesNotContain(NUMBER);
        assign(ada, null);
        assertThat(read(ada)).isEqualTo(before);
        assertThat(Sql.of("select action from audit_event where resource_id = ? order by id", ada.id())
                        .list(database.dataSource(), row -> row.getString(1)))
                .containsExactly("CREATED", "SERVICES_CHANGED", "SERVICES_CHANGED", "SERVICES_CHANGED");
    }

    @Test
    void deactivationSuspendsAndReactivationBringsBack() {
        StoredResource ada = created("");
        assign(ada, NUMBER);
        patched(ada, "{\"op\":\"replace\",\"value\":{\"active\":false}}");
        assertThat(read(ada).toString()).contains("\"serviceStatus\":\"suspended\"");
        patched(ada, "{\"op\":\"replace\",\"value\":{\"active\":true}}");
        assertThat(read(ada).toString()).contains("\"serviceStatus\":\"active\"");
    }

    private List<String> outbox() {
        return Sql.of("select okta_id, requested from outbox")
                .list(database.dataSource(), row -> row.getString(1) + " " + row.getLong(2));
    }

    @Test
    void whoIsKnownToOktaHasOneRowInTheOutboxHoweverManyChangesPileUp() {
        StoredResource ada = created("");
        assertThat(outbox()).isEmpty();
        assign(ada, NUMBER);
        assign(ada, NUMBER);
        assertThat(outbox()).containsExactly("00u1 1");
        assign(ada, null);
        assertThat(outbox()).containsExactly("00u1 2");
    }

    @Test
    void whoIsLinkedLaterHasARowFromThenOn() {
        StoredResource ada = created("");
        patched(ada, "{\"op\":\"remove\",\"path\":\"externalId\"}");
        assign(ada, NUMBER);
        assertThat(outbox()).isEmpty();
        JsonObject body = Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                + "\"Operations\":[{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"00u2\"}]}");
        database.run(entities -> database.boundaries(entities)
                .observedBy(ServiceRecorder.class)
                .get(Users.class)
                .patch(OKTA, ada.id(), PatchOperation.parse(body), Preconditions.NONE));
        assertThat(outbox()).containsExactly("00u2 1");
    }
}

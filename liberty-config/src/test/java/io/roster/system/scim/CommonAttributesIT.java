package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7643 section 3.1: what every resource has, whatever its type. */
@OnEachRoster
class CommonAttributesIT {
    @Parameter
    SharedRoster roster;

    ScimClient okta;

    @BeforeEach
    void client() {
        okta = roster.client();
    }

    private static String body(String type, String name) {
        return type.equals("/Users") ? Samples.user(name) : Samples.group(name);
    }

    private Answer create(String type) {
        return okta.post(type, body(type, Names.unique("common"))).is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void timesAreDateTimes(String type) {
        Answer created = create(type);
        for (String name : List.of("created", "lastModified")) {
            String time = created.at("/meta/" + name);
            assertThat(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
            assertThat(OffsetDateTime.parse(time)).isBefore(OffsetDateTime.now().plusMinutes(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void lastModifiedIsCreatedUntilSomethingChanges(String type) throws InterruptedException {
        Answer created = create(type);
        assertThat(created.at("/meta/lastModified")).isEqualTo(created.at("/meta/created"));
        Thread.sleep(5);
        Answer changed = okta.patch(
                        type + "/" + created.id(),
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%s\"}".formatted(Names.unique("new")))
                .is(200);
        assertThat(changed.at("/meta/created")).isEqualTo(created.at("/meta/created"));
        assertThat(OffsetDateTime.parse(changed.at("/meta/lastModified")))
                .isAfter(OffsetDateTime.parse(created.at("/meta/lastModified")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void locationIsInTheHeaders(String type) {
        String name = Names.unique("located");
        Answer created = okta.post(type, body(type, name)).is(201);
        String path = type + "/" + created.id();
        String location = roster.server().scim() + path;
        for (Answer answer : List.of(
                created,
                okta.get(path).is(200),
                okta.put(path, body(type, name)).is(200),
                okta.patch(path, "{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"x1\"}")
                        .is(200))) {
            assertThat(answer.at("/meta/location")).as("%s", answer).isEqualTo(location);
            assertThat(answer.header("Location")).as("%s", answer).contains(location);
            assertThat(answer.header("Content-Location")).as("%s", answer).contains(location);
        }
        assertThat(location).contains("/v2" + type).doesNotContain("?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ServiceProviderConfig", "/ResourceTypes/User", "/Schemas/" + Samples.USER_SCHEMA})
    void whatDescribesTheServerHasALocationToo(String path) {
        Answer answer = okta.get(path).is(200);
        assertThat(answer.at("/meta/location")).isEqualTo(roster.server().scim() + path);
        assertThat(answer.header("Content-Location")).contains(answer.at("/meta/location"));
    }

    @Test
    void referencesCanBeFollowed() {
        Answer ada = create("/Users");
        Answer group = okta.post("/Groups", Samples.group(Names.unique("Group"), ada.id()))
                .is(201);
        assertThat(followed(group.at("/members/0/$ref")).id()).isEqualTo(ada.id());
        Answer member = okta.get("/Users/" + ada.id());
        assertThat(member.at("/groups/0/value")).isEqualTo(group.id());
        assertThat(followed(member.at("/groups/0/$ref")).id()).isEqualTo(group.id());
    }

    private Answer followed(String reference) {
        String base = roster.server().scim().toString();
        assertThat(reference).startsWith(base + "/");
        return okta.get(reference.substring(base.length())).is(200);
    }

    @Test
    void idsAreUniqueOverAllTypes() {
        create("/Users");
        create("/Groups");
        Set<String> ids = new HashSet<>();
        for (String type : List.of("/Users", "/Groups")) {
            assertThat(Walk.through(okta, type, null, 100).ids())
                    .isNotEmpty()
                    .allMatch(ids::add)
                    .noneMatch(id -> id.contains("bulkId"));
        }
    }

    @Test
    void whatClientsSayOfIdAndMetaIsIgnored() {
        String claims = """
                "id":"bulkId:1","meta":{"resourceType":"Group","created":"2001-01-01T00:00:00Z","version":"W/\\"x\\"",
                "location":"https://example.com/elsewhere"},"title":"%s\"""";
        Answer created = okta.post("/Users", Samples.user(Names.unique("claims"), claims.formatted("a")))
                .is(201);
        assertThat(created.id()).isNotEqualTo("bulkId:1");
        assertThat(created.at("/meta/resourceType")).isEqualTo("User");
        assertThat(created.at("/meta/created")).doesNotStartWith("2001");
        assertThat(created.text()).doesNotContain("elsewhere");
        Answer replaced = okta.put(
                        "/Users/" + created.id(), Samples.user(created.at("/userName"), claims.formatted("b")))
                .is(200);
        assertThat(replaced.id()).isEqualTo(created.id());
        assertThat(replaced.at("/title")).isEqualTo("b");
        assertThat(replaced.at("/meta/created")).isEqualTo(created.at("/meta/created"));
        assertThat(replaced.text()).doesNotContain("elsewhere");
    }

    @Test
    void externalIdsAreTheClientsOwn() {
        String externalId = Names.unique("X");
        List<String> ids = List.of(
                okta.post("/Users", Samples.user(Names.unique("one"), "\"externalId\":\"" + externalId + "\""))
                        .is(201)
                        .id(),
                okta.post("/Users", Samples.user(Names.unique("two"), "\"externalId\":\"" + externalId + "\""))
                        .is(201)
                        .id());
        assertThat(okta.filter("/Users", "externalId eq \"" + externalId + "\"").ids())
                .containsExactlyElementsOf(ids);
        assertThat(okta.get("/Users/" + ids.get(0)).at("/externalId")).isEqualTo(externalId);
    }

    /** RFC 7644 section 3.8. */
    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void theFormatMayBeASuffix(String type) {
        String path = type + "/" + create(type).id();
        assertThat(okta.get(path + ".scim").is(200).json())
                .isEqualTo(okta.get(path).json());
        assertThat(okta.get(path + ".scim?attributes=displayName").is(200).json())
                .containsOnlyKeys("schemas", "id", "displayName");
        okta.get(path + ".xml").is(404);
    }
}

package io.roster.syncback.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ApiToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists over HTTP: where they go on, and what is made of what is on them. */
class OktaDirectoryTest {

    private static final String MEMBERS = "/api/v1/groups/00g1/users?limit=200";

    private final OktaStub okta = new OktaStub();
    private final OktaDirectory directory =
            new OktaClients().openDirectory(new OktaConnection(okta.url(), new ApiToken("00secret")));

    @AfterEach
    void close() {
        directory.close();
        okta.close();
    }

    private void members(String link) {
        okta.when(
                "GET " + MEMBERS,
                200,
                Map.of("Link", link),
                "[{\"profile\":{\"id\":\"no\"},\"tags\":[{\"id\":\"no\"}],\"id\":\"00u1\"},{\"id\":\"00u2\",\"x\":{}}]");
    }

    @Test
    void followsALinkAsItIs() {
        String next = okta.url() + "/api/v1/groups/00g1/users?after=a%2Fb%3D%3D&limit=200&x=1%202";
        members("<" + okta.url() + MEMBERS + ">; rel=\"self\", <" + next + ">; rel=\"next\"");
        okta.when("GET " + next.substring(okta.url().toString().length()), 200, "[{\"id\":\"00u3\"}]");
        OktaPage<String> page = directory.members("00g1", null).value();
        assertThat(page.items()).containsExactly("00u1", "00u2");
        assertThat(page.next()).isEqualTo(next);
        OktaPage<String> last = directory.members("00g1", page.next()).value();
        assertThat(last).isEqualTo(new OktaPage<>(List.of("00u3"), null));
        assertThat(okta.requests.get(1).header("Authorization")).isEqualTo("SSWS 00secret");
        assertThat(okta.requests.get(1).header(NextLink.HEADER)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example/api/v1/groups",
                "//elsewhere.example/api",
                "http://localhost:1/api/v1",
                "https://localhost/api/v1",
                "http://user@localhost/api",
                "ht tp://x"
            })
    void leadsToNobodyElse(String address) {
        members("<" + address + ">; rel=\"next\"");
        OktaException refused = catchThrowableOfType(OktaException.class, () -> directory.members("00g1", null));
        assertThat(refused).hasMessageContaining("not the JSON that Okta's description promises");
        assertThat(okta.requests).hasSize(1);
    }

    @Test
    void otherRelationsAreNoNextPage() {
        members("<" + okta.url() + "/next>; rel=\"self\"; title=\"next\"");
        assertThat(directory.members("00g1", null).value().next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{}]", "[{\"id\":1}]", "[{\"id\":\"00u1\"", "null", "[[]]", "[\"00u1\"]"})
    void whatIsNoListOfUsersIsRefused(String body) {
        okta.when("GET " + MEMBERS, 200, body);
        OktaException refused = catchThrowableOfType(OktaException.class, () -> directory.members("00g1", null));
        assertThat(refused).isNotNull();
    }

    @Test
    void eventsOfOtherAppsAreOfNoConcern() {
        String filter = "/api/v1/logs?filter=eventType%20sw%20%22application.user_membership%22"
                + "&since=2026-11-22T00%3A00%3A00Z&until=2026-11-23T00%3A00%3A00Z&limit=1000";
        String events = """
                [{"target":[{"type":"User","id":"00u1"},{"type":"AppInstance","id":"0oa1"},{"type":"AppUser","id":"0ua"}]},
                 {"target":[{"type":"User","id":"00u2"},{"type":"AppInstance","id":"0oa2"}]},
                 {"target":null}, {"target":[{"type":"User","id":"00u1"}]}]""";
        okta.when("GET " + filter, 200, events);
        okta.when("GET " + filter.replace("%20", "+"), 200, events);
        OktaPage<String> page = directory
                .reassignedUsers(
                        "0oa1", Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"), null)
                .value();
        assertThat(page.items()).containsExactly("00u1");
    }
}

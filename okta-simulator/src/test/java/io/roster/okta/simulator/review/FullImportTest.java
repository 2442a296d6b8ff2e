package io.roster.okta.simulator.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.fake.Reply;
import io.roster.okta.simulator.fake.Seen;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Refusal;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paging of an import. */
class FullImportTest {
    private final FakeApp app = new FakeApp();
    private OktaOrg org;

    @BeforeEach
    void push() throws Exception {
        org = app.org().concurrency(4).open();
        org.hire(201);
        org.push();
        app.forget();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void readsOnePagePastTheEnd() {
        assertThat(org.importUsers()).hasSize(201);
        assertThat(app.seen())
                .map(Seen::target)
                .containsExactly(
                        "/scim/v2/Users?startIndex=1&count=100",
                        "/scim/v2/Users?startIndex=101&count=100",
                        "/scim/v2/Users?startIndex=201&count=100",
                        "/scim/v2/Users?startIndex=202&count=100");
    }

    @Test
    void refusesPagesThatOverlap() {
        JsonObject first = app.users().resources().values().iterator().next();
        app.fault((request, reply) -> request.target().contains("startIndex=201&")
                ? set(reply, "Resources", Json.array().add(first).build())
                : reply);
        assertThatThrownBy(org::importUsers)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(first.getString("id") + " is on two pages");
    }

    @Test
    void refusesATotalThatIsNotTheSumOfThePages() {
        app.fault((request, reply) -> request.target().contains("startIndex=202&")
                ? set(reply, "totalResults", Json.object().add("n", 150).build().get("n"))
                : reply);
        assertThatThrownBy(org::importUsers)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("totalResults is 150 but the pages had 201 resources");
    }

    @Test
    void refusesAPagePastTheEndThatClaimsToBeFull() {
        app.fault((request, reply) -> request.target().contains("startIndex=202&")
                ? set(reply, "itemsPerPage", Json.object().add("n", 100).build().get("n"))
                : reply);
        assertThatThrownBy(org::importUsers)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("itemsPerPage is 100 but the page has 0 resources");
    }

    private static Reply set(Reply reply, String key, jakarta.json.JsonValue value) {
        return reply.body(body -> Json.object(body).add(key, value).build());
    }
}

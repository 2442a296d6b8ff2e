package io.roster.okta.simulator.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.fake.Seen;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.push.Dialect;
import io.roster.okta.simulator.push.PatchDialect;
import io.roster.okta.simulator.push.PutDialect;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests byte for byte as Okta sends them. */
class WireFormatTest {
    private static final JsonObject ADA = Json.parse("{\"userName\":\"ada.park@acme.example\","
            + "\"name\":{\"givenName\":\"Ada\",\"familyName\":\"Park\"},"
            + "\"emails\":[{\"primary\":true,\"value\":\"ada.park@acme.example\",\"type\":\"work\"}],"
            + "\"displayName\":\"Ada Park\",\"locale\":\"en-US\"}");
    private static final Person PERSON = new Person("00u9k2ada0Park17x0h7", ADA, Assignment.ASSIGNED);
    private static final PushedGroup GROUP =
            new PushedGroup("00g1", "Voice Agents", Set.of(PERSON.oktaId()), Mapping.PUSHED);

    private final FakeApp app = new FakeApp();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void createComesAfterTheLookUp() throws Exception {
        pushed(new PatchDialect());
        assertThat(app.seen().get(0).target())
                .isEqualTo("/scim/v2/Users?filter=userName%20eq%20%22ada.park%40acme.example%22"
                        + "&startIndex=1&count=100");
        assertThat(app.seen().get(1).body())
                .matches("\\{\"schemas\":\\[\"urn:ietf:params:scim:schemas:core:2.0:User\"],"
                        + "\"userName\":\"ada.park@acme.example\","
                        + "\"name\":\\{\"givenName\":\"Ada\",\"familyName\":\"Park\"},"
                        + "\"emails\":\\[\\{\"primary\":true,\"value\":\"ada.park@acme.example\",\"type\":\"work\"}],"
                        + "\"displayName\":\"Ada Park\",\"locale\":\"en-US\","
                        + "\"externalId\":\"00u9k2ada0Park17x0h7\","
                        + "\"groups\":\\[],\"password\":\"[a-z]{12}\",\"active\":true}");
    }

    @Test
    void everyRequestHasOktasHeaders() throws Exception {
        pushed(new PatchDialect());
        for (Seen request : app.seen()) {
            assertThat(request.headers().getFirst("User-Agent")).isEqualTo("Okta SCIM Client 1.0.0");
            assertThat(request.headers().getFirst("Accept")).isEqualTo("application/scim+json");
            assertThat(request.headers().getFirst("Accept-Charset")).isEqualTo("utf-8");
            assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer " + FakeApp.TOKEN);
            assertThat(request.headers().containsKey("Upgrade")).isFalse();
        }
    }

    static Stream<Dialect> dialects() {
        return Stream.of(new PutDialect(), new PatchDialect());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void bodiesAreDeclaredInBothWays(Dialect dialect) throws Exception {
        pushed(dialect);
        assertThat(app.seen())
                .filteredOn(request -> !request.body().isEmpty())
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.headers().getFirst("Content-Type")).isEqualTo(dialect.contentType()));
    }

    @Test
    void catalogueAppsPatchActivationAndGroups() throws Exception {
        try (OktaOrg org = pushed(new PatchDialect())) {
            String user = org.tracked(PERSON).scimId().orElseThrow();
            String group = org.tracked(GROUP).scimId().orElseThrow();
            String member = "{\"value\":\"" + user + "\",\"display\":\"ada.park@acme.example\"}";
            assertThat(bodies())
                    .contains(
                            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],"
                                    + "\"displayName\":\"Voice Agents\",\"members\":[]}",
                            operations("{\"op\":\"add\",\"path\":\"members\",\"value\":[" + member + "]}"));
            app.forget();
            org.want(GROUP.named("Voice Agents EMEA").with(Set.of()));
            org.push();
            org.pushNow(GROUP);
            org.want(PERSON.with(Assignment.DEACTIVATED));
            org.push();
            assertThat(bodies())
                    .containsExactly(
                            operations("{\"op\":\"replace\",\"value\":{\"id\":\"" + group
                                    + "\",\"displayName\":\"Voice Agents EMEA\"}}"),
                            operations("{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + user + "\\\"]\"}"),
                            operations("{\"op\":\"replace\",\"value\":{\"id\":\"" + group
                                    + "\",\"displayName\":\"Voice Agents EMEA\"}}"),
                            operations("{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}"),
                            operations("{\"op\":\"replace\",\"value\":{\"active\":false}}"));
        }
    }

    @Test
    void wizardAppsPutBackWhatTheyRead() throws Exception {
        try (OktaOrg org = pushed(new PutDialect())) {
            String user = org.tracked(PERSON).scimId().orElseThrow();
            String member = "{\"value\":\"" + user + "\",\"display\":\"ada.park@acme.example\"}";
            app.users().resources().compute(user, (id, stored) -> Json.object(stored)
                    .add("urn:x:telephony", Json.object().add("extension", "2137"))
                    .build());
            app.forget();
            org.want(PERSON.with("title", "Lead"));
            org.push();
            assertThat(app.seen()).map(Seen::method).containsExactly("GET", "PUT");
            JsonObject body = Json.parse(app.seen().get(1).body());
            assertThat(body.getString("title")).isEqualTo("Lead");
            assertThat(body.getString("id")).isEqualTo(user);
            assertThat(body.getJsonObject("urn:x:telephony").getString("extension"))
                    .isEqualTo("2137");
            assertThat(body).containsKey("meta").doesNotContainKey("password");
            app.forget();
            org.pushNow(GROUP);
            assertThat(bodies())
                    .containsExactly("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],"
                            + "\"displayName\":\"Voice Agents\",\"members\":[" + member + "]}");
        }
    }

    private OktaOrg pushed(Dialect dialect) throws Exception {
        OktaOrg org = app.org().dialect(dialect).open();
        org.want(PERSON);
        org.want(GROUP);
        org.push();
        return org;
    }

    private List<String> bodies() {
        return app.seen().stream()
                .map(Seen::body)
                .filter(body -> !body.isEmpty())
                .toList();
    }

    private static String operations(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
    }
}

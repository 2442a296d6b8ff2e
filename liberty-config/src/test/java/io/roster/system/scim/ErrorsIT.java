package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 section 3.12 for each status; {@link Answer} checks that each one is a SCIM Error. */
@OnEachRoster
class ErrorsIT {
    private static final String UNKNOWN_ID = "7f1c2c3e-0d1b-4a57-9f2e-3a9b3f0a1111";

    @Parameter
    SharedRoster roster;

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer wrong",
                "wrong",
                "Basic",
                "Basic !!!",
                "Basic d3Jvbmc6d3Jvbmc=",
                "Digest x",
                RunningRoster.TOKEN + "x",
                "Bearer " + RunningRoster.TOKEN + "," + RunningRoster.TOKEN
            })
    void withoutAValidTokenItIs401(String authorization) {
        ScimClient stranger = roster.client().with("Authorization", authorization);
        for (String path : new String[] {"/Users", "/Groups/" + UNKNOWN_ID, "/Schemas", "/ServiceProviderConfig"}) {
            Answer answer = stranger.get(path).is(401);
            assertThat(answer.header("WWW-Authenticate"))
                    .hasValueSatisfying(scheme -> assertThat(scheme).contains("Bearer"));
        }
        String userName = Names.unique("stranger");
        stranger.post("/Users", Samples.user(userName)).is(401);
        assertThat(roster.client()
                        .filter("/Users", "userName eq \"" + userName + "\"")
                        .total())
                .isZero();
    }

    @Test
    void allOfOktasWaysToSendATokenAreTaken() {
        String basic = Base64.getEncoder().encodeToString(("okta:" + RunningRoster.TOKEN).getBytes());
        for (String authorization : new String[] {
            "Bearer " + RunningRoster.TOKEN, "bearer " + RunningRoster.TOKEN, RunningRoster.TOKEN, "Basic " + basic
        }) {
            roster.client()
                    .with("Authorization", authorization)
                    .get("/Users?count=1")
                    .is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users/" + UNKNOWN_ID,
                "/Groups/" + UNKNOWN_ID,
                "/Users/123",
                "/Users/not-a-uuid-but-a-rather-long-text-with-many-characters-in-it-more-than-any-id-has",
                "/Users/%C3%A4",
                "/Nothing",
                "/Users/" + UNKNOWN_ID + "/name",
                "/users-list",
                "/Bulk/1"
            })
    void whatIsNotThereIs404(String path) {
        roster.client().get(path).is(404);
    }

    @Test
    void the404NamesWhatWasLookedFor() {
        assertThat(roster.client().get("/Users/" + UNKNOWN_ID).at("/detail")).contains(UNKNOWN_ID);
        roster.client().put("/Users/" + UNKNOWN_ID, Samples.user("x")).is(404);
        roster.client()
                .patch("/Groups/" + UNKNOWN_ID, "{\"op\":\"remove\",\"path\":\"members\"}")
                .is(404);
        roster.client().delete("/Users/" + UNKNOWN_ID).is(404);
    }

    @ParameterizedTest
    @CsvSource({"PUT,/Users", "PATCH,/Groups", "DELETE,/Users", "POST,/Users/" + UNKNOWN_ID, "PROPFIND,/Users"})
    void otherMethodsAre405(String method, String path) {
        Answer answer = roster.client().send(method, path, "{}".getBytes()).is(405);
        assertThat(answer.header("Allow"))
                .hasValueSatisfying(
                        allowed -> assertThat(allowed).contains("GET").doesNotContain(method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*", "application/scim+json;q=0"})
    void anAnswerThatCannotBeGivenIs406(String accept) {
        roster.client().with("Accept", accept).get("/Users?count=1").is(406);
        roster.client().with("Accept", accept).get("/Schemas").is(406);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "application/scim+json;charset=utf-8",
                "text/html, application/json;q=0.5",
                "APPLICATION/SCIM+JSON"
            })
    void otherwiseTheAnswerIsScim(String accept) {
        roster.client().with("Accept", accept).get("/Users?count=1").is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/json; charset=klingon"
            })
    void otherBodiesAre415(String contentType) {
        ScimClient client = roster.client().with("Content-Type", contentType);
        client.post("/Users", Samples.user(Names.unique("x"))).is(415);
        client.put("/Users/" + UNKNOWN_ID, Samples.user("x")).is(415);
        client.patch("/Users/" + UNKNOWN_ID, "{\"op\":\"remove\",\"path\":\"title\"}")
                .is(415);
    }

    @Test
    void aContentTypeThatIsNoneIs400() {
        roster.client()
                .with("Content-Type", "nonsense")
                .post("/Users", Samples.user("x"))
                .is(400);
    }

    @Test
    void aUserNameBelongsToOnePerson() {
        String userName = Names.unique("ada");
        ScimClient okta = roster.client();
        okta.post("/Users", Samples.user(userName)).is(201);
        Answer refused = okta.post("/Users", Samples.user(userName)).is(409, "uniqueness");
        assertThat(refused.at("/detail")).contains(userName);
        okta.post("/Users", Samples.user(userName.toUpperCase())).is(409, "uniqueness");
        Answer other = okta.post("/Users", Samples.user(Names.unique("bob"))).is(201);
        okta.put("/Users/" + other.id(), Samples.user(userName)).is(409, "uniqueness");
        okta.patch("/Users/" + other.id(), "{\"op\":\"replace\",\"value\":{\"userName\":\"%s\"}}".formatted(userName))
                .is(409, "uniqueness");
        assertThat(okta.get("/Users/" + other.id()).json()).isEqualTo(other.json());
        // Its own name in another case is no conflict
        okta.patch(
                        "/Users/" + other.id(),
                        "{\"op\":\"replace\",\"value\":{\"userName\":\"%s\"}}"
                                .formatted(other.at("/userName").toUpperCase()))
                .is(200);
    }
}

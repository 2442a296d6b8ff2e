package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Console;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** RFC 7644 section 3.11: {@code /Me} is the person to whom the API token belongs. */
@OnEachRoster
class MeIT {
    private static final String TITLE = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"%s\"}";
    private static final String OFF = "{\"op\":\"replace\",\"path\":\"active\",\"value\":%s}";

    @Parameter
    SharedRoster roster;

    ScimClient okta;
    String userName;
    String path;
    ScimClient ada;

    @BeforeEach
    void aPersonWithAToken() {
        okta = roster.client();
        userName = Names.unique("me");
        path = "/Users/"
                + okta.post("/Users", Samples.user(userName, "\"active\":true"))
                        .is(201)
                        .id();
        ada = token("WRITE", userName);
    }

    private ScimClient token(String scope, String owner) {
        return Console.of(roster.server()).token(Names.unique("token"), scope, owner);
    }

    @Test
    void isThePersonOfTheToken() {
        Answer me = ada.get("/Me").is(200);
        assertThat(me.json()).isEqualTo(okta.get(path).json());
        assertThat(me.at("/meta/location")).endsWith(path);
        assertThat(ada.get("/Me?attributes=userName").is(200).json().keySet())
                .containsExactlyInAnyOrder("schemas", "id", "userName");
        assertThat(ada.get("/Me?excludedAttributes=userName").is(200).has("/userName"))
                .isFalse();
        assertThat(token("READ", userName.toUpperCase()).get("/Me").is(200).json())
                .isEqualTo(me.json());
    }

    @Test
    void isChangedAsThePersonIs() {
        Answer before = ada.get("/Me");
        Answer patched = ada.patch("/Me", TITLE.formatted("Countess")).is(200);
        assertThat(patched.at("/title")).isEqualTo("Countess");
        assertThat(patched.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(ada.put("/Me", before.text()).is(200).has("/title")).isFalse();
        ada.patch("/Me", "{\"op\":\"remove\",\"path\":\"userName\"}").is(400);
        assertThat(okta.get(path).json()).isEqualTo(ada.get("/Me").json());
    }

    @Test
    void theVersionCountsAsItDoesForThePerson() {
        Answer before = ada.get("/Me");
        String old = before.header("ETag").orElseThrow();
        ada.with("If-None-Match", old).get("/Me").is(304);
        ada.with("If-Match", old).patch("/Me", TITLE.formatted("Countess")).is(200);
        ada.with("If-None-Match", old).get("/Me").is(200);
        ada.with("If-Match", old).patch("/Me", TITLE.formatted("Queen")).is(412);
        ada.with("If-Match", old).put("/Me", before.text()).is(412);
        ada.with("If-Match", old).delete("/Me").is(412);
        assertThat(okta.get(path).at("/title")).isEqualTo("Countess");
    }

    @Test
    void everyAnswerSaysWhereThePersonIs() {
        String location = okta.get(path).header("Location").orElseThrow();
        String old = okta.get(path).header("ETag").orElseThrow();
        List<Answer> answers = List.of(
                ada.get("/Me").is(200),
                ada.with("If-None-Match", "*").get("/Me").is(304),
                ada.with("If-None-Match", "*")
                        .patch("/Me", TITLE.formatted("x"))
                        .is(412),
                ada.with("If-Match", old).patch("/Me", TITLE.formatted("y")).is(200),
                ada.put("/Me", "{}").is(400),
                ada.post("/Me", Samples.user(Names.unique("other"))).is(405),
                token("READ", userName).delete("/Me").is(403),
                ada.delete("/Me").is(204));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.header("Location")).contains(location));
    }

    @Test
    void whoDeletesThemselvesIsGone() {
        ada.delete("/Me").is(204);
        okta.get(path).is(404);
        assertThat(ada.get("/Me").is(401).at("/detail")).contains("deleted");
        assertThat(ada.get("/Users?count=1").is(401).at("/detail")).contains("deleted");
    }

    @Test
    void theDeactivatedMayNotAct() {
        okta.patch(path, OFF.formatted("false")).is(200);
        for (String address : new String[] {"/Me", path, "/Users?count=1", "/ServiceProviderConfig"}) {
            assertThat(ada.get(address).is(401).at("/detail")).contains(userName, "deactivated");
        }
        ada.patch("/Me", OFF.formatted("true")).is(401);
        ada.post("/Users", Samples.user(Names.unique("late"))).is(401);
        okta.patch(path, OFF.formatted("true")).is(200);
        ada.get("/Me").is(200);
        ada.patch("/Me", OFF.formatted("false")).is(200);
        ada.patch("/Me", OFF.formatted("true")).is(401);
    }

    @Test
    void aTokenToReadChangesNothing() {
        ScimClient reader = token("READ", userName);
        Answer before = reader.get("/Me").is(200);
        reader.put("/Me", before.text()).is(403);
        reader.patch("/Me", TITLE.formatted("x")).is(403);
        reader.delete("/Me").is(403);
        assertThat(okta.get(path).json()).isEqualTo(before.json());
    }

    @Test
    void aTokenOfNobodyHasNoMe() {
        List<Answer> answers = List.of(
                okta.get("/Me"),
                okta.put("/Me", Samples.user(userName)),
                okta.patch("/Me", TITLE.formatted("x")),
                okta.delete("/Me"),
                token("WRITE", "").get("/Me"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.is(404).at("/detail")).contains("belongs to no person", "console");
            assertThat(answer.header("Location")).isEmpty();
        });
        ada.get("/Me").is(200);
    }

    @Test
    void nobodyIsMadeAtMe() {
        Answer refused = ada.post("/Me", Samples.user(Names.unique("other"))).is(405);
        assertThat(Arrays.asList(refused.header("Allow").orElseThrow().split(", ?")))
                .contains("GET", "PUT", "PATCH", "DELETE")
                .doesNotContain("POST");
        ada.get("/Me/" + Names.unique("below")).is(404);
    }

    @Test
    void isAnAliasAndNoResourceType() {
        assertThat(ada.get("/ResourceTypes").text()).doesNotContain("/Me");
        ada.get("/ResourceTypes/Me").is(404);
    }
}

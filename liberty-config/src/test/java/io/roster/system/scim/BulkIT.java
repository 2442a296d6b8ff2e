package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Console;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 section 3.7, beyond its examples. */
@OnEachRoster
class BulkIT {
    private static final String UNKNOWN_ID = "7f1c2c3e-0d1b-4a57-9f2e-3a9b3f0a1111";

    @Parameter
    SharedRoster roster;

    ScimClient client;
    String name;

    @BeforeEach
    void names() {
        client = roster.client();
        name = Names.unique("bulk");
    }

    private String group(String displayName, String... members) {
        return Samples.group(displayName + "." + name, members);
    }

    private boolean isThere(String userName) {
        return client.filter("/Users", "userName eq \"" + userName + "\"").total() > 0;
    }

    @Test
    void referencesForwardAndInPathsAreResolved() {
        Answer answer = client.post(
                        "/Bulk",
                        Bulk.request(
                                Bulk.post("/Groups", "g", group("G", "bulkId:a", "bulkId:b")),
                                Bulk.patch(
                                        "/Groups/bulkId:g",
                                        "{\"op\":\"remove\",\"path\":\"members[value eq \\\"bulkId:b\\\"]\"}"),
                                Bulk.patch("/Users/bulkId:a", """
                                        {"op":"add","path":"%s:manager","value":"bulkId:b"},
                                        {"op":"replace","path":"title","value":"Chief"}""".formatted(Samples.ENTERPRISE_SCHEMA)),
                                Bulk.user("a", "a." + name),
                                Bulk.user("b", "b." + name),
                                Bulk.user("c", "c." + name),
                                Bulk.delete("/Users/bulkId:c")))
                .is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("201", "200", "200", "201", "201", "201", "204");
        String ada = Bulk.id(answer, 3);
        assertThat(Members.of(client.get("/Groups/" + Bulk.id(answer, 0)))).containsExactly(ada);
        assertThat(client.get("/Users/" + ada)
                        .json()
                        .getJsonObject(Samples.ENTERPRISE_SCHEMA)
                        .getJsonObject("manager")
                        .getString("value"))
                .isEqualTo(Bulk.id(answer, 4));
        assertThat(Bulk.id(answer, 2)).isEqualTo(ada);
        client.get("/Users/" + Bulk.id(answer, 5)).is(404);
    }

    @Test
    void peopleManageEachOtherAndThemselves() {
        String manager = "\"%s\":{\"manager\":{\"value\":\"bulkId:%s\"}}";
        Answer answer = client.post(
                        "/Bulk",
                        Bulk.request(
                                Bulk.post(
                                        "/Users",
                                        "a",
                                        Samples.user("a." + name, manager.formatted(Samples.ENTERPRISE_SCHEMA, "b"))),
                                Bulk.post(
                                        "/Users",
                                        "b",
                                        Samples.user("b." + name, manager.formatted(Samples.ENTERPRISE_SCHEMA, "a"))),
                                Bulk.post(
                                        "/Users",
                                        "c",
                                        Samples.user("c." + name, manager.formatted(Samples.ENTERPRISE_SCHEMA, "c")))))
                .is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("201", "201", "201");
        int[] managers = {1, 0, 2};
        for (int i = 0; i < managers.length; i++) {
            Answer person = client.get("/Users/" + Bulk.id(answer, i)).is(200);
            assertThat(person.json()
                            .getJsonObject(Samples.ENTERPRISE_SCHEMA)
                            .getJsonObject("manager")
                            .getString("value"))
                    .isEqualTo(Bulk.id(answer, managers[i]));
            assertThat(person.at("/meta/version")).isEqualTo(answer.at("/Operations/" + i + "/version"));
        }
    }

    @Test
    void aCircleThatCannotBeClosedLeavesNothing() {
        Answer answer = client.post(
                        "/Bulk",
                        Bulk.request(
                                Bulk.post("/Groups", "self", group("Self", "bulkId:self")),
                                Bulk.post("/Groups", "a", group("A", "bulkId:b", UNKNOWN_ID)),
                                Bulk.post("/Groups", "b", group("B", "bulkId:a")),
                                Bulk.user("u", "u." + name)))
                .is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("400", "400", "409", "201");
        assertThat(answer.at("/Operations/0/response/detail")).contains("member of itself");
        assertThat(answer.at("/Operations/1/response/detail")).contains(UNKNOWN_ID);
        assertThat(answer.at("/Operations/2/response/detail")).contains("\"a\" failed");
        assertThat(client.filter("/Groups", "displayName ew \"" + name + "\"").total())
                .isZero();
    }

    @Test
    void whatRefersToAFailedOperationFailsAndTheRestGoesOn() {
        client.post("/Users", Samples.user("taken." + name)).is(201);
        Answer answer = client.post(
                        "/Bulk",
                        Bulk.request(
                                Bulk.user("t", "taken." + name),
                                Bulk.post("/Groups", "g", group("G", "bulkId:t")),
                                Bulk.post("/Groups", "n", group("N", "bulkId:nobody")),
                                Bulk.user("u", "u." + name)))
                .is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("409", "409", "400", "201");
        assertThat(answer.at("/Operations/0/response/scimType")).isEqualTo("uniqueness");
        assertThat(answer.at("/Operations/1/response/detail")).contains("bulkId:t");
        assertThat(answer.at("/Operations/2/response/scimType")).isEqualTo("invalidValue");
        assertThat(client.filter("/Groups", "displayName ew \"" + name + "\"").total())
                .isZero();
        assertThat(isThere("u." + name)).isTrue();
    }

    @Test
    void failOnErrorsEndsTheRequestAndLeavesOutTheRest() {
        String[] operations = {
            Bulk.user("a", "a." + name),
            Bulk.delete("/Users/" + UNKNOWN_ID),
            Bulk.user("b", "b." + name),
            Bulk.delete("/Groups/" + UNKNOWN_ID),
            Bulk.user("c", "c." + name)
        };
        Answer answer = client.post("/Bulk", Bulk.request(2, operations)).is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("201", "404", "201", "404");
        assertThat(isThere("b." + name)).isTrue();
        assertThat(isThere("c." + name)).isFalse();
        Answer again = client.post("/Bulk", Bulk.request(5, operations)).is(200);
        assertThat(Bulk.statuses(again)).containsExactly("409", "404", "409", "404", "201");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"method\":\"POST\",\"path\":\"/Robots\",\"bulkId\":\"x\",\"data\":{}        | 404 | ",
                "\"method\":\"DELETE\",\"path\":\"/\"                                         | 404 | ",
                "\"method\":\"DELETE\",\"path\":\"/Users/1/2\"                                | 404 | ",
                "\"method\":\"POST\",\"path\":\"/Bulk\",\"bulkId\":\"x\",\"data\":{}          | 404 | ",
                "\"method\":\"POST\",\"path\":\"/Users/1\",\"bulkId\":\"x\",\"data\":{}       | 405 | ",
                "\"method\":\"POST\",\"path\":\"/Users/.search\",\"bulkId\":\"x\",\"data\":{} | 405 | ",
                "\"method\":\"PUT\",\"path\":\"/Users\",\"data\":{}                           | 405 | ",
                "\"method\":\"DELETE\",\"path\":\"/Groups\"                                   | 405 | ",
                "\"method\":\"POST\",\"path\":\"/Schemas\",\"bulkId\":\"x\",\"data\":{}       | 405 | ",
                "\"method\":\"DELETE\",\"path\":\"/ResourceTypes/User\"                       | 405 | ",
                "\"method\":\"PATCH\",\"path\":\"/ServiceProviderConfig\",\"data\":{}         | 405 | ",
                "\"method\":\"GET\",\"path\":\"/Users\"                                       | 400 | invalidValue",
                "\"method\":\"PATCH\",\"path\":\"/Users/$ID\",\"data\":{\"Operations\":[]}    | 400 | invalidSyntax",
                "\"method\":\"PATCH\",\"path\":\"/Users/$ID\",\"data\":[{\"op\":\"add\",\"path\":\"shoeSize\",\"value\":1}] | 400 | invalidPath",
                "\"method\":\"PUT\",\"path\":\"/Users/$ID\",\"data\":{}                       | 400 | invalidSyntax",
                "\"method\":\"DELETE\",\"path\":\"/Users/$ID\",\"version\":\"no tag\"         | 400 | invalidSyntax",
                "\"method\":\"DELETE\",\"path\":\"/Users/$ID\",\"version\":\"W/\\\"x\\\"\"    | 412 | ",
            })
    void anOperationThatCannotBeDoneIsItsOwnError(String members, int status, String scimType) {
        Answer person = client.post("/Users", Samples.user(name)).is(201);
        Answer answer = client.post(
                        "/Bulk",
                        Bulk.request("{" + members.replace("$ID", person.id()) + "}", Bulk.user("u", "u." + name)))
                .is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("" + status, "201");
        var error = Bulk.results(answer).get(0).getJsonObject("response");
        assertThat(error.getString("status")).isEqualTo("" + status);
        assertThat(error.getString("scimType", null)).isEqualTo(scimType);
        assertThat(error.getString("detail")).contains(" ").endsWith(".");
        boolean isPost = members.contains("POST");
        assertThat(Bulk.results(answer).get(0).containsKey("location")).isNotEqualTo(isPost);
        assertThat(client.get("/Users/" + person.id()).json()).isEqualTo(person.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[$OP]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[$OP,7]}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[$OP],}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"failOnErrors\":0,\"Operations\":[$OP]}",
            })
    void aMalformedMessageIsRefusedAndNothingIsDone(String body) {
        Answer refused = client.post("/Bulk", body.replace("$OP", Bulk.user("u", name)));
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(isThere(name)).isFalse();
    }

    @Test
    void theEndpointTakesPostOnly() {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            Answer refused = client.send(method, "/Bulk", "{}".getBytes()).is(405);
            assertThat(refused.header("Allow"))
                    .hasValueSatisfying(allowed -> assertThat(allowed).contains("POST"));
        }
        client.with("Content-Type", "text/plain").post("/Bulk", Bulk.request()).is(415);
        client.with("Authorization", null)
                .post("/Bulk", Bulk.request(Bulk.user("u", name)))
                .is(401);
        assertThat(isThere(name)).isFalse();
    }

    @Test
    void meIsThePersonOfTheToken() {
        Answer person = client.post("/Users", Samples.user(name)).is(201);
        String request =
                Bulk.request(Bulk.patch("/Me", "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Countess\"}"));
        Answer answer = Console.of(roster.server())
                .token(Names.unique("token"), "WRITE", name)
                .post("/Bulk", request)
                .is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("200");
        assertThat(answer.at("/Operations/0/location")).isEqualTo(person.at("/meta/location"));
        assertThat(client.get("/Users/" + person.id()).at("/title")).isEqualTo("Countess");
        Answer refused = client.post("/Bulk", request).is(200);
        assertThat(Bulk.statuses(refused)).containsExactly("404");
        assertThat(refused.at("/Operations/0/response/detail")).contains("belongs to no person");
    }
}

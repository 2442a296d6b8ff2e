package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operations of a bulk request leave in the events, and what a token must be allowed for them. */
class BulkEventsIT {
    private final Tables tables = Tables.ofShared();
    private String requestId;
    private ScimClient client;
    private String name;

    @BeforeEach
    void client() {
        requestId = Names.unique("req-bulk");
        name = Names.unique("events");
        client = SharedRoster.POSTGRESQL.client().with("X-Request-Id", requestId);
    }

    private List<String> events() {
        return tables.rows("select * from audit_event where request_id = ? order by id", requestId).stream()
                .map(event -> event.get("action") + " " + event.get("resource_type") + " " + event.get("outcome") + " "
                        + event.get("status"))
                .toList();
    }

    @Test
    void eachOperationLeavesTheEventOfItsRequest() {
        client.post(
                        "/Bulk",
                        Bulk.request(
                                Bulk.user("a", "a." + name),
                                Bulk.patch("/Users/bulkId:a", "{\"op\":\"replace\",\"value\":{\"active\":false}}"),
                                Bulk.user("again", "a." + name),
                                Bulk.post("/Groups", "g", Samples.group(name, "bulkId:again")),
                                Bulk.put("/Groups/none", Samples.group(name)),
                                Bulk.delete("/Users/bulkId:a"),
                                "{\"method\":\"GET\",\"path\":\"/Users\"}"))
                .is(200);
        assertThat(events())
                .containsExactly(
                        "CREATED User SUCCESS 201",
                        "DEACTIVATED User SUCCESS 200",
                        "CREATED User REFUSED 409",
                        "CREATED Group REFUSED 409",
                        "UPDATED Group REFUSED 404",
                        "DELETED User SUCCESS 204",
                        "READ User REFUSED 400");
    }

    @Test
    void aRefusalKeepsTheSentenceAndTheResource() {
        Answer person = client.post("/Users", Samples.user(name)).is(201);
        Answer answer = client.post(
                        "/Bulk",
                        Bulk.request(Bulk.patch(
                                "/Users/" + person.id(),
                                "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"perhaps\"}")))
                .is(200);
        assertThat(tables.rows(
                        "select detail from audit_event where resource_id = ? and outcome = 'REFUSED'", person.id()))
                .extracting(event -> event.get("detail"))
                .containsExactly(answer.at("/Operations/0/response/detail"));
    }

    @Test
    void aCircleTellsHowItWasClosed() {
        client.post(
                        "/Bulk",
                        Bulk.request(
                                Bulk.post("/Groups", "a", Samples.group("A." + name, "bulkId:b")),
                                Bulk.post("/Groups", "b", Samples.group("B." + name, "bulkId:a"))))
                .is(200);
        assertThat(events())
                .containsExactly(
                        "CREATED Group SUCCESS 201", "CREATED Group SUCCESS 201", "MEMBERS_ADDED Group SUCCESS 200");
    }

    @Test
    void aTokenThatMayOnlyReadIsRefusedAsAWhole() {
        String secret = Tokens.issue(tables, "READ", null);
        Answer refused = client.with("Authorization", "Bearer " + secret)
                .post("/Bulk", Bulk.request(Bulk.user("a", name)))
                .is(403);
        assertThat(refused.at("/detail")).contains("may only read");
        assertThat(events()).containsExactly("CREATED null REFUSED 403");
        assertThat(client.filter("/Users", "userName eq \"" + name + "\"").total())
                .isZero();
    }
}

package io.roster.okta.simulator.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.fake.Reply;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of answering wrongly is refused, with the reason and with what was sent. */
class RefusalsTest {

    static Stream<Arguments> anyAnswer() {
        return Stream.of(
                refused("Status 500 instead of [200]", reply -> reply.status(500)),
                refused("Content-Type is nothing", reply -> reply.without("Content-Type")),
                refused("Content-Type is application/json", reply -> reply.header("Content-Type", "application/json")),
                refused(
                        "Content-Type is application/scim+json;charset=UTF-8",
                        reply -> reply.header("Content-Type", "application/scim+json;charset=UTF-8")),
                refused("not a JSON object", reply -> reply.text("<html>oops</html>")),
                refused("not a JSON object", reply -> reply.text("[]")),
                refused("not a JSON object", reply -> reply.text("")),
                refused("schemas is not an array", body("schemas", null)),
                refused("schemas is not an array", body("schemas", Json.string("urn:x"))),
                refused("schemas does not name", body("schemas", Json.strings(java.util.List.of("urn:x")))));
    }

    static Stream<Arguments> page() {
        return Stream.of(
                refused("totalResults is not a JSON number", body("totalResults", Json.string("3"))),
                refused("itemsPerPage is not a JSON number", body("itemsPerPage", null)),
                refused("startIndex is not a JSON number", body("startIndex", Json.string("1"))),
                refused("startIndex is 2 instead of 1", body("startIndex", number(2))),
                refused("itemsPerPage is 100 but the page has 3", body("itemsPerPage", number(100))),
                refused("totalResults is 2 but the page alone has 3", body("totalResults", number(2))),
                refused("A page of 0 from 4 of 4", body("totalResults", number(4))),
                refused("Resources is not an array", body("Resources", null)),
                refused(
                        "Resources is not an array of objects",
                        rows(rows -> Json.strings(java.util.List.of("a", "b", "c")))),
                refused("is on the page twice", rows(rows -> Json.array()
                        .add(rows.get(0))
                        .add(rows.get(1))
                        .add(rows.get(0))
                        .build())),
                refused("password of", first(row -> row.add("password", "x"))),
                refused("meta of", first(row -> row.remove("meta"))),
                refused("id is not a text", first(row -> row.remove("id"))),
                refused("id is not a text", first(row -> row.add("id", 7))),
                refused("userName is not a text", first(row -> row.remove("userName"))));
    }

    static Stream<Arguments> create() {
        return Stream.of(
                refused("Status 200 instead of [201]", reply -> reply.status(200)),
                refused("The Location header is null", reply -> reply.without("Location")),
                refused("The Location header is http://x/", reply -> reply.header("Location", "http://x/")),
                refused("id is not a text", body("id", null)),
                refused("id is not a text", body("id", Json.string(""))),
                refused("meta of", body("meta", null)),
                refused("meta.resourceType of", meta("resourceType", "Group")),
                refused("is not its absolute URL", meta("location", "/scim/v2/Users/1")),
                refused("is not its absolute URL", meta("location", "http://localhost/scim/v2/Users/1")),
                refused("The password of", body("password", Json.string("x"))),
                refused("Not echoed as sent: userName", body("userName", Json.string("someone.else"))),
                refused("Not echoed as sent: externalId", body("externalId", null)),
                refused("Not echoed as sent: active", body("active", JsonValue.FALSE)),
                refused("Not echoed as sent: active", body("active", Json.string("true"))),
                refused("Not echoed as sent: emails", body("emails", JsonValue.EMPTY_JSON_ARRAY)),
                refused("Not echoed as sent: phoneNumbers", body("phoneNumbers", null)),
                refused("Not echoed as sent: name", body("name", null)),
                refused(
                        "Not echoed as sent: urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                        body("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", null)));
    }

    static Stream<Arguments> deactivate() {
        return Stream.of(
                refused("Answered 200 but did not do it: active", body("active", JsonValue.TRUE)),
                refused("The id was", reply -> reply.text(reply.text().replaceAll("(\"id\":|Users/)(\"?).", "$1$2x"))
                        .header("Location", reply.headers().get("Location").replaceAll("Users/.", "Users/x"))));
    }

    static Stream<Arguments> delete() {
        return Stream.of(
                refused("Status 200 instead of [204]", reply -> reply.status(200)),
                refused("Status 404 instead of [204]", reply -> reply.status(404)));
    }

    @ParameterizedTest
    @MethodSource({"anyAnswer", "page"})
    void import_(String reason, UnaryOperator<Reply> fault) throws Exception {
        check(reason, fault, "GET", org -> {}, OktaOrg::importUsers);
    }

    @ParameterizedTest
    @MethodSource("create")
    void create(String reason, UnaryOperator<Reply> fault) throws Exception {
        check(reason, fault, "POST", org -> {}, org -> {
            org.hire(4);
            org.push();
        });
    }

    @ParameterizedTest
    @MethodSource("deactivate")
    void deactivate(String reason, UnaryOperator<Reply> fault) throws Exception {
        check(reason, fault, "PATCH", org -> {}, org -> org.turnover().deactivate(1));
    }

    @ParameterizedTest
    @MethodSource("delete")
    void delete(String reason, UnaryOperator<Reply> fault) throws Exception {
        check(reason, fault, "DELETE", org -> {}, org -> org.regrouping().delete(1));
    }

    private static void check(
            String reason, UnaryOperator<Reply> fault, String method, Consumer<OktaOrg> before, Consumer<OktaOrg> work)
            throws Exception {
        try (FakeApp app = new FakeApp();
                OktaOrg org = app.org().open()) {
            org.hire(3);
            org.found(1);
            org.push();
            assertThat(org.groups(Mapping.PUSHED)).hasSize(1);
            before.accept(org);
            app.fault((request, reply) -> request.method().equals(method) ? fault.apply(reply) : reply);
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> work.accept(org));
            assertThat(refusal).isNotNull();
            assertThat(refusal.reason()).contains(reason);
            assertThat(refusal).hasMessageContaining("> " + method + " /").hasMessageNotContaining(FakeApp.TOKEN);
        }
    }

    private static Arguments refused(String reason, UnaryOperator<Reply> fault) {
        return of(reason, fault);
    }

    private static UnaryOperator<Reply> body(String key, JsonValue value) {
        return reply -> reply.body(body -> value == null
                ? Json.object(body).remove(key).build()
                : Json.object(body).add(key, value).build());
    }

    private static UnaryOperator<Reply> meta(String key, String value) {
        return reply -> {
            JsonObject meta = Json.parse(reply.text()).getJsonObject("meta");
            Reply changed =
                    body("meta", Json.object(meta).add(key, value).build()).apply(reply);
            return key.equals("location") ? changed.header("Location", value) : changed;
        };
    }

    private static UnaryOperator<Reply> rows(UnaryOperator<JsonArray> change) {
        return reply -> reply.body(body -> body.getJsonArray("Resources").isEmpty()
                ? body
                : Json.object(body)
                        .add("Resources", change.apply(body.getJsonArray("Resources")))
                        .build());
    }

    private static UnaryOperator<Reply> first(UnaryOperator<jakarta.json.JsonObjectBuilder> change) {
        return rows(rows -> Json.array()
                .add(change.apply(Json.object(rows.getJsonObject(0))))
                .add(rows.get(1))
                .add(rows.get(2))
                .build());
    }

    private static JsonValue number(int value) {
        return Json.object().add("n", value).build().get("n");
    }
}

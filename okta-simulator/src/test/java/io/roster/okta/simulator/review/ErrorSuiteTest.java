package io.roster.okta.simulator.review;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.fake.Reply;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Refusal;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorSuiteTest {

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(401, "401 without WWW-Authenticate", reply -> reply.without("WWW-Authenticate")),
                wrong(401, "Content-Type is text/html", reply -> reply.header("Content-Type", "text/html")),
                wrong(401, "not a JSON object", reply -> reply.text("")),
                wrong(404, "Status 400 instead of [404]", reply -> reply.status(400)),
                wrong(404, "detail is not a text", without("detail")),
                wrong(404, "detail is not a text", with("detail", " ")),
                wrong(404, "status is not a text", with("status", 404)),
                wrong(404, "The error's status is not \"404\"", with("status", "400")),
                wrong(404, "schemas is not an array", without("schemas")),
                wrong(409, "Status 400 instead of [409]", reply -> reply.status(400)),
                wrong(409, "scimType is not a text", without("scimType")),
                wrong(409, "scimType is not uniqueness", with("scimType", "invalidValue")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refuses(int status, String reason, UnaryOperator<Reply> fault) throws Exception {
        try (FakeApp app = new FakeApp();
                OktaOrg org = app.org().open()) {
            org.hire(1);
            org.push();
            assertThatCode(() -> everything(org)).doesNotThrowAnyException();
            app.fault((request, reply) -> reply.status() == status ? fault.apply(reply) : reply);
            assertThatThrownBy(() -> everything(org))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(reason);
        }
    }

    private static void everything(OktaOrg org) {
        org.errorSuite().testCredentials();
        org.errorSuite().refusals();
        org.errorSuite().duplicate(org.people().get(0));
    }

    private static Arguments wrong(int status, String reason, UnaryOperator<Reply> fault) {
        return of(status, reason, fault);
    }

    private static UnaryOperator<Reply> without(String key) {
        return reply -> reply.body(body -> Json.object(body).remove(key).build());
    }

    private static UnaryOperator<Reply> with(String key, Object value) {
        return reply -> reply.body(body -> value instanceof Integer number
                ? Json.object(body).add(key, number).build()
                : Json.object(body).add(key, value.toString()).build());
    }
}

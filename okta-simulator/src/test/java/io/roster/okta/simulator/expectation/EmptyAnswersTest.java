package io.roster.okta.simulator.expectation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.okta.simulator.scim.Refusal;
import io.roster.okta.simulator.scim.ResourceKind;
import io.roster.okta.simulator.scim.ScimAnswer;
import io.roster.okta.simulator.scim.ScimRequest;
import jakarta.json.JsonObject;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 204 is an answer to DELETE and to PATCH, without a body. */
class EmptyAnswersTest {

    @Test
    void acceptsNothing() {
        assertThatCode(() -> Expectations.deleted(answer(""))).doesNotThrowAnyException();
        assertThatCode(() -> Expectations.patched(answer(""), ResourceKind.GROUP, "7", JsonObject.EMPTY_JSON_OBJECT))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesABody() {
        assertThatThrownBy(() -> Expectations.deleted(answer("{}")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("204 with a body");
        assertThatThrownBy(
                        () -> Expectations.patched(answer("{}"), ResourceKind.GROUP, "7", JsonObject.EMPTY_JSON_OBJECT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("204 with a body");
    }

    private static ScimAnswer answer(String text) {
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        return new ScimAnswer(ScimRequest.delete(ResourceKind.GROUP, "7"), 204, none, text);
    }
}

package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Custom attributes of Okta's profile. */
class SchemasTest {
    private static final String PATH = "/api/v1/meta/schemas/user/default";
    private final TestOkta okta = new TestOkta(1);

    @AfterEach
    void stop() {
        okta.close();
    }

    @Test
    void theSchemaNamesBaseAndCustomAttributes() {
        JsonObject definitions = okta.get(PATH).json().getJsonObject("definitions");
        JsonObject base = definitions.getJsonObject("base").getJsonObject("properties");
        assertThat(base).hasSize(31);
        assertThat(base.getJsonObject("primaryPhone").getInt("maxLength")).isEqualTo(100);
        assertThat(definitions.getJsonObject("custom").getJsonObject("properties"))
                .containsOnlyKeys("telephonyExtension");
    }

    @Test
    void anAttributeIsMadeUsedAndRemoved() {
        String write = "{\"profile\":{\"desk\":7}}";
        assertThat(okta.post(okta.user(0), write).response().body())
                .contains("E0000001", "Property name 'desk' is not defined in profile");
        assertThat(custom("{\"desk\":{\"title\":\"Desk\",\"type\":\"integer\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(okta.post(okta.user(0), write).profile().getInt("desk")).isEqualTo(7);
        assertThat(custom("{\"desk\":null}").status()).isEqualTo(200);
        assertThat(okta.post(okta.user(0), write).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"primaryPhone\":{\"title\":\"x\",\"type\":\"string\"}}",
                "{\"a b\":{\"title\":\"x\",\"type\":\"string\"}}",
                "{\"desk\":{\"type\":\"string\"}}",
                "{\"desk\":{\"title\":\"x\",\"type\":\"date\"}}",
                "{\"telephonyExtension\":{\"title\":\"x\",\"type\":\"integer\"}}",
                "{\"desk\":7}",
            })
    void whatOktaWouldNotMakeIsRefused(String properties) {
        assertThat(custom(properties).errorCode()).isEqualTo("E0000001");
        assertThat(okta.get(PATH).json().toString()).doesNotContain("desk");
    }

    private Answered custom(String properties) {
        return okta.post(PATH, "{\"definitions\":{\"custom\":{\"properties\":" + properties + "}}}");
    }
}

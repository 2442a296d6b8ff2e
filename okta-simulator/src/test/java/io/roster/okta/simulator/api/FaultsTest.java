package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.okta.simulator.fault.Fault;
import io.roster.okta.simulator.fault.FaultRule;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on demand, and whether the write took effect. */
class FaultsTest {
    private static final String WRITE = "{\"profile\":{\"telephonyExtension\":\"1\"}}";
    private final TestOkta okta = new TestOkta(2);

    @AfterEach
    void stop() {
        okta.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, 429, 600, 0, E0000047",
        "CONCURRENCY, 429, 0, 0, E0000047",
        "UNAVAILABLE, 503, , , E0000010",
        "ERROR, 500, , , E0000009",
    })
    void aFaultAnswersInOktasFormAndNothingIsWritten(
            Fault fault, int status, String limit, String remaining, String code) {
        okta.api.faults().add(FaultRule.next(1, fault));
        Answered answer = okta.post(okta.user(0), WRITE);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.header("X-Rate-Limit-Limit")).isEqualTo(limit);
        assertThat(answer.header("X-Rate-Limit-Remaining")).isEqualTo(remaining);
        assertThat(answer.header("X-Okta-Request-Id")).isNotNull();
        assertThat(okta.api.writes().count()).isZero();
        assertThat(okta.post(okta.user(0), WRITE).status()).isEqualTo(200);
        assertThat(okta.api.faults().struck(fault)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"CUT_BEFORE, 0", "CUT_AFTER, 1"})
    void aConnectionIsCutBeforeOrAfterTheWrite(Fault fault, int written) {
        okta.api.faults().add(FaultRule.next(2, fault).on("POST", "/api/v1/users/"));
        okta.get(okta.user(0));
        assertThatThrownBy(() -> okta.send("POST", okta.user(0), WRITE)).isInstanceOf(IOException.class);
        assertThat(okta.api.writes().of(okta.person(0).oktaId())).hasSize(written);
    }

    @Test
    void anAnswerMayBeNoJsonAlthoughTheWriteTookEffect() {
        okta.api.faults().add(FaultRule.next(1, Fault.WRONG_JSON));
        Answered answer = okta.post(okta.user(0), WRITE);
        assertThat(answer.status()).isEqualTo(200);
        assertThatThrownBy(answer::json).isInstanceOf(JsonException.class);
        assertThat(okta.api.writes().count()).isEqualTo(1);
    }

    @Test
    void anAnswerMayBeSlow() {
        okta.api.faults().slowness(Duration.ofMillis(80));
        okta.api.faults().add(FaultRule.next(1, Fault.SLOW));
        long start = System.nanoTime();
        assertThat(okta.get(okta.user(0)).status()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(80_000_000);
    }

    @Test
    void listsMayLie() {
        okta.api.faults().add(FaultRule.next(1, Fault.TWICE).on("GET", "/api/v1/users"));
        List<JsonObject> twice = okta.get("/api/v1/users").list();
        assertThat(twice).hasSize(3);
        assertThat(twice.get(2)).isEqualTo(twice.get(0));
        okta.api.faults().add(FaultRule.next(1, Fault.ENDLESS).on("GET", "/api/v1/users"));
        assertThat(okta.get("/api/v1/users?limit=1").next()).isEqualTo("/api/v1/users?limit=1");
        okta.api.faults().add(FaultRule.next(1, Fault.WRONG_TOTAL).on("GET", "/api/v1/users"));
        assertThat(okta.get("/api/v1/users").header("X-Total-Count")).isEqualTo("1");
        okta.api.faults().add(FaultRule.next(1, Fault.EXPIRED_LINK).on("GET", "/api/v1/users"));
        assertThat(okta.get("/api/v1/users").errorCode()).isEqualTo("E0000029");
        assertThat(okta.get("/api/v1/users").list()).hasSize(2);
    }

    @Test
    void aPageMayBeShorterThanWasAskedFor() {
        okta.post("/simulator/faults", "{\"fault\":\"short\",\"path\":\"/api/v1/users\",\"count\":2,\"elements\":1}");
        Answered first = okta.get("/api/v1/users?limit=200");
        assertThat(first.list()).hasSize(1);
        assertThat(first.next()).contains("limit=1&").contains("after=");
        assertThat(okta.get(first.next()).list()).hasSize(1).isNotEqualTo(first.list());
        assertThat(okta.get("/api/v1/users?limit=200").list()).hasSize(2);
        okta.api.faults().add(FaultRule.next(1, Fault.SHORT).on("GET", "/api/v1/users"));
        assertThat(okta.get("/api/v1/users?limit=x").status()).isEqualTo(400);
    }

    @Test
    void aRuleMayLetSomeRequestsPass() {
        okta.api
                .faults()
                .add(FaultRule.next(1, Fault.ERROR).on("GET", "/api/v1/apps").after(2));
        assertThat(List.of(1, 2, 3, 4))
                .extracting(request -> okta.get("/api/v1/apps").status())
                .containsExactly(200, 200, 500, 200);
    }

    @Test
    void aSeedChoosesTheSameRequestsEachTime() {
        assertThat(struck(7)).isEqualTo(struck(7)).isNotEqualTo(struck(8));
        assertThat(struck(7)).hasSizeBetween(10, 50);
    }

    private Set<Integer> struck(long seed) {
        okta.api.faults().clear();
        okta.api.faults().add(FaultRule.sometimes(0.3, seed, Fault.UNAVAILABLE));
        Set<Integer> struck = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            if (okta.get("/api/v1/apps").status() == 503) {
                struck.add(i);
            }
        }
        return struck;
    }

    @Test
    void faultsAndRestrictionsAreSetOverHttp() {
        String rule =
                "{\"fault\":\"unavailable\",\"count\":1,\"path\":\"/api/v1/users\",\"method\":\"POST\",\"seconds\":1}";
        assertThat(okta.post("/simulator/faults", rule).list()).hasSize(1);
        assertThat(okta.get(okta.user(0)).status()).isEqualTo(200);
        assertThat(okta.post(okta.user(0), WRITE).status()).isEqualTo(503);
        assertThat(okta.call("DELETE", "/simulator/faults", "").status()).isEqualTo(204);
        assertThat(okta.get("/simulator/faults").list()).isEmpty();
        String read = "{\"user\":\"" + okta.person(0).oktaId()
                + "\",\"attribute\":\"telephonyExtension\",\"reason\":\"read_only\"}";
        assertThat(okta.post("/simulator/restrictions", read).status()).isEqualTo(204);
        assertThat(okta.post(okta.user(0), WRITE).errorCode()).isEqualTo("E0000077");
        assertThat(okta.post(okta.user(1), WRITE).status()).isEqualTo(200);
        okta.call("DELETE", "/simulator/restrictions", "");
        okta.post("/simulator/search", "{\"seconds\":5}");
        assertThat(okta.post(okta.user(0), WRITE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fault\":\"nonsense\"}",
                "{\"fault\":\"slow\",\"probability\":0}",
                "{\"fault\":\"slow\",\"count\":0}",
                "{\"fault\":\"slow\",\"seconds\":\"x\"}",
            })
    void aRuleThatMeansNothingIsRefused(String rule) {
        assertThat(okta.post("/simulator/faults", rule).errorCode()).isEqualTo("E0000001");
    }

    @Test
    void errorCausesAreAnObjectNowAndThen() {
        List<JsonValue.ValueType> types = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            types.add(okta.post(okta.user(0), "{\"profile\":{\"nonsense\":1}}")
                    .json()
                    .get("errorCauses")
                    .getValueType());
        }
        assertThat(types).contains(JsonValue.ValueType.OBJECT, JsonValue.ValueType.ARRAY);
    }

    @Test
    void hooksStandBeforeAndAfterTheEffect() {
        List<String> seen = new ArrayList<>();
        okta.api
                .hooks()
                .before(request -> seen.add(
                        "before " + request.method() + " " + okta.api.writes().count()));
        okta.api
                .hooks()
                .after((request, answer) ->
                        seen.add(answer.status() + " " + okta.api.writes().count()));
        okta.post(okta.user(0), WRITE);
        assertThat(seen).containsExactly("before POST 0", "200 1");
        okta.api.hooks().clear();
        okta.get(okta.user(0));
        assertThat(seen).hasSize(2);
    }
}

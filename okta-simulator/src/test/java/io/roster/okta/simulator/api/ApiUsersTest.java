package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.api.Restrictions.Reason;
import io.roster.okta.simulator.org.Person;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One user: read, changed, replaced, created and deleted, and every way in which that is refused. */
class ApiUsersTest {
    private final TestOkta okta = new TestOkta(4);

    @AfterEach
    void stop() {
        okta.close();
    }

    @Test
    void aUserIsReadByIdAndByLoginInAnyLetters() {
        Person person = okta.person(0);
        Answered byId = okta.get(okta.user(0));
        assertThat(byId.status()).isEqualTo(200);
        assertThat(byId.json().getString("id")).isEqualTo(person.oktaId());
        assertThat(byId.json().getString("status")).isEqualTo("ACTIVE");
        assertThat(byId.profile().getString("login")).isEqualTo(person.userName());
        assertThat(byId.profile().getString("email")).isEqualTo(person.userName());
        assertThat(byId.profile().getString("primaryPhone"))
                .isEqualTo(person.profile()
                        .getJsonArray("phoneNumbers")
                        .getJsonObject(0)
                        .getString("value"));
        Answered byLogin = okta.get("/api/v1/users/" + person.userName().toUpperCase(java.util.Locale.ROOT));
        assertThat(byLogin.json()).isEqualTo(byId.json());
        assertThat(byLogin.header("ETag")).isEqualTo(byId.header("ETag")).startsWith("W/\"");
    }

    @Test
    void aPartialUpdateChangesWhatItNamesAndNothingElse() {
        Answered before = okta.get(okta.user(0));
        okta.clock.pass(Duration.ofSeconds(5));
        Answered after = okta.post(
                okta.user(0),
                "{\"profile\":{\"primaryPhone\":\"+4930111\",\"telephonyExtension\":\"2137\"}}",
                "If-Match",
                before.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.profile().getString("primaryPhone")).isEqualTo("+4930111");
        assertThat(after.profile().getString("telephonyExtension")).isEqualTo("2137");
        assertThat(after.profile().getString("lastName"))
                .isEqualTo(before.profile().getString("lastName"));
        assertThat(after.json().getString("lastUpdated")).isEqualTo("2026-03-01T10:00:05.250Z");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(okta.get(okta.user(0)).json()).isEqualTo(after.json());
        assertThat(okta.person(0)
                        .profile()
                        .getJsonArray("phoneNumbers")
                        .getJsonObject(0)
                        .getString("value"))
                .as("the org pushes the new number")
                .isEqualTo("+4930111");
    }

    @Test
    void anUpdateOfTheSameValuesIsWrittenDownAndChangesNothing() {
        okta.post(okta.user(1), "{\"profile\":{\"telephonyExtension\":\"1\"}}");
        String version = okta.get(okta.user(1)).header("ETag");
        okta.post(okta.user(1), "{\"profile\":{\"telephonyExtension\":\"1\"}}");
        assertThat(okta.get(okta.user(1)).header("ETag")).isEqualTo(version);
        assertThat(okta.api.writes().of(okta.person(1).oktaId()))
                .extracting(write -> write.changed().size())
                .containsExactly(1, 0);
    }

    @Test
    void nullAndEmptyClearAValue() {
        okta.post(okta.user(0), "{\"profile\":{\"telephonyExtension\":\"1\"}}");
        Answered after = okta.post(
                okta.user(0), "{\"profile\":{\"telephonyExtension\":null,\"primaryPhone\":\"\",\"title\":null}}");
        assertThat(after.profile().keySet()).doesNotContain("telephonyExtension", "primaryPhone", "title");
    }

    @Test
    void putDeletesWhatItOmits() {
        okta.post(okta.user(0), "{\"profile\":{\"telephonyExtension\":\"1\"}}");
        Answered after = okta.call(
                "PUT",
                okta.user(0),
                "{\"profile\":{\"login\":\"ada@acme.example\",\"email\":\"ada@acme.example\",\"firstName\":\"Ada\","
                        + "\"lastName\":\"Park\"}}");
        assertThat(after.profile().keySet()).containsExactlyInAnyOrder("login", "email", "firstName", "lastName");
        assertThat(okta.get("/api/v1/users/ada@acme.example").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | {\"profile\":{\"noSuchAttribute\":\"x\"}} | 400 | E0000001",
                "POST | {\"profile\":{\"primaryPhone\":7}} | 400 | E0000001",
                "POST | {\"profile\":{\"telephonyExtension\":\"012345678901234567890\"}} | 400 | E0000001",
                "POST | {\"profile\":{\"email\":\"nonsense\"}} | 400 | E0000001",
                "POST | {\"profile\":{\"email\":null}} | 400 | E0000001",
                "POST | {\"profile\":{\"title\":\"\uD83D\uDE00\"}} | 400 | E0000001",
                "POST | {\"profile\": | 400 | E0000003",
                "POST | {\"profile\":7} | 400 | E0000003",
                "PUT | {\"profile\":{\"login\":\"a@acme.example\"}} | 400 | E0000001",
                "PATCH | {} | 405 | E0000022",
            })
    void whatIsWrongIsRefusedAndNothingChanges(String method, String body, int status, String code) {
        Answered before = okta.get(okta.user(0));
        Answered refused = okta.call(method, okta.user(0), body);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorCode()).isEqualTo(code);
        assertThat(okta.get(okta.user(0)).json()).isEqualTo(before.json());
        assertThat(okta.api.writes().count()).isZero();
    }

    @Test
    void aLoginBelongsToOneUser() {
        String taken = okta.person(1).userName().toUpperCase(java.util.Locale.ROOT);
        Answered refused = okta.post(okta.user(0), "{\"profile\":{\"login\":\"" + taken + "\"}}");
        assertThat(refused.json().getString("errorSummary")).isEqualTo("Api validation failed: login");
        assertThat(refused.response().body())
                .contains("login: An object with this field already exists in the current organization");
    }

    @ParameterizedTest
    @CsvSource({"W/\"1234567890abcdef\",412,E0000231", "nonsense,400,E0000242"})
    void aStaleETagIsRefused(String condition, int status, String code) {
        Answered refused = okta.post(okta.user(0), "{\"profile\":{\"title\":\"x\"}}", "If-Match", condition);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorCode()).isEqualTo(code);
    }

    @Test
    void aChangeOnTheSideOfProvisioningMakesAnETagStale() {
        String version = okta.get(okta.user(0)).header("ETag");
        okta.org.want(okta.person(0).with("title", "Lead"));
        Answered refused = okta.post(okta.user(0), "{\"profile\":{\"nickName\":\"x\"}}", "If-Match", version);
        assertThat(refused.status()).isEqualTo(412);
        assertThat(okta.get(okta.user(0)).profile().getString("title")).isEqualTo("Lead");
    }

    @ParameterizedTest
    @CsvSource({
        "MASTERED_ELSEWHERE, 405, E0000076",
        "ACTIVATING, 409, E0000112",
        "PROFILE_PUSH, 403, E0000075",
        "READ_ONLY, 403, E0000077",
        "IMMUTABLE, 403, E0000078",
    })
    void whatIsMasteredElsewhereIsRefused(Reason reason, int status, String code) {
        okta.api.restrictions().attribute(Restrictions.EVERYBODY, "primaryPhone", reason);
        Answered refused = okta.post(okta.user(0), "{\"profile\":{\"primaryPhone\":\"+1555\"}}");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorCode()).isEqualTo(code);
        assertThat(okta.post(okta.user(0), "{\"profile\":{\"title\":\"x\"}}").status())
                .isEqualTo(200);
        okta.api.restrictions().clear();
        okta.api.restrictions().user(okta.person(0).oktaId(), reason);
        assertThat(okta.post(okta.user(0), "{\"profile\":{\"title\":\"y\"}}").errorCode())
                .isEqualTo(code);
        assertThat(okta.post(okta.user(1), "{\"profile\":{\"title\":\"y\"}}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/users/00unobody, SSWS t0ken, 404, E0000007",
        "POST, /api/v1/users/00unobody, SSWS t0ken, 404, E0000007",
        "GET, /api/v1/nonsense, SSWS t0ken, 404, E0000008",
        "GET, /api/v1/users/00unobody, SSWS wrong, 401, E0000011",
        "GET, /api/v1/users/00unobody, Bearer wrong, 401, E0000011",
        "GET, /api/v1/users/00unobody, '', 401, E0000011",
    })
    void whoeverAsksForWhatIsNotThere(String method, String path, String authorization, int status, String code) {
        Answered refused = okta.call(method, path, method.equals("POST") ? "{}" : "", "Authorization", authorization);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorCode()).isEqualTo(code);
        assertThat(refused.json().keySet())
                .containsExactly("errorCode", "errorSummary", "errorLink", "errorId", "errorCauses");
        assertThat(refused.header("X-Okta-Request-Id")).startsWith("req");
    }

    @Test
    void aUserIsCreatedDeactivatedAndDeleted() {
        String body = "{\"profile\":{\"login\":\"new@acme.example\",\"email\":\"new@acme.example\","
                + "\"firstName\":\"Neu\",\"lastName\":\"Er\",\"telephonyExtension\":\"9\"}}";
        Answered created = okta.post("/api/v1/users?activate=false", body);
        assertThat(created.json().getString("status")).isEqualTo("STAGED");
        assertThat(created.profile().getString("telephonyExtension")).isEqualTo("9");
        assertThat(okta.post("/api/v1/users", body).errorCode()).isEqualTo("E0000001");
        assertThat(okta.org.pending()).as("the app is not assigned").isEqualTo(4 + 1);
        String path = "/api/v1/users/" + created.json().getString("id");
        assertThat(okta.call("DELETE", path, "").status()).isEqualTo(204);
        assertThat(okta.get(path).json().getString("status")).isEqualTo("DEPROVISIONED");
        assertThat(okta.call("DELETE", path, "").status()).isEqualTo(204);
        assertThat(okta.get(path).errorCode()).isEqualTo("E0000007");
        assertThat(okta.post("/api/v1/users", body).json().getString("status")).isEqualTo("PROVISIONED");
    }
}

package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.OnEachRoster;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths made to get around the token or out of the endpoint. */
@OnEachRoster
class PathTricksIT {
    private static final String AUTHORIZATION = "Bearer " + RunningRoster.TOKEN;

    @Parameter
    SharedRoster roster;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scim/v2/Users",
                "/scim/v2//Users",
                "/scim//v2/Users",
                "//scim/v2/Users",
                "/scim/v2/./Users",
                "/scim/v2/Groups/../Users",
                "/scim/v2/%2e%2e/v2/Users",
                "/scim/v2/..;/v2/Users",
                "/scim/v2;x=y/Users",
                "/scim/v2/Users;x=y",
                "/scim/v2/;/Users",
                "/scim/v2/%55sers",
                "/scim/v2%2FUsers",
                "/scim/v2/Users%2F",
                "/scim/v2/Users/",
                "/scim/v2/Users%20",
                "/scim/v2/Users%00",
                "/scim/v2/Users?x",
                "/scim/v2/users",
                "/SCIM/V2/Users",
                "/scim/v2/Schemas/../Users",
                "/admin/../scim/v2/Users",
                "/health/..;/scim/v2/Users",
                "\\scim\\v2\\Users",
                "/scim/v2\\Users",
                "http://localhost/scim/v2/Users",
                "/scim/WEB-INF/web.xml",
                "/scim/v2/..;/WEB-INF/web.xml",
                "/scim/%57EB-INF/web.xml",
                "/scim/META-INF/MANIFEST.MF"
            })
    void noWayAroundTheToken(String path) {
        RawHttp answer = RawHttp.send(roster.server(), "GET " + path + " HTTP/1.1", null);
        assertThat(answer.status()).as("%s %s", path, answer).isBetween(300, 499);
        assertThat(answer.body()).doesNotContain("ListResponse", "<web-app", "userName\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scim/v2/Users/..%2f..%2fadmin",
                "/scim/v2/Users/%2e%2e%2fGroups",
                "/scim/v2/Users/%C0%AE",
                "/scim/v2/Users/%ED%A0%80",
                "/scim/v2/Users/%FF",
                "/scim/v2/Users/<script>",
                "/scim/v2/Users/{id}",
                "/scim/v2/Users/'%20or%201=1",
                "/scim/v2/Nothing/at/all",
                "/scim/v2/Users;a=b/1",
                "/scim/v1/Users",
                "/scim/"
            })
    void whatLeadsNowhereIsAScimError(String path) {
        RawHttp answer = RawHttp.send(roster.server(), "GET " + path + " HTTP/1.1", AUTHORIZATION);
        assertThat(answer.status()).as("%s %s", path, answer).isBetween(400, 499);
        assertThat(answer.head()).as("%s", path).containsPattern("content-type: application/scim\\+json\r?\n");
        assertThat(answer.body()).contains("urn:ietf:params:scim:api:messages:2.0:Error");
    }

    /** The web container refuses these for every application, before one is chosen, in words of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"/scim/v2/Users/%00", "/scim/v2/Users/a%0d%0aX-Injected:%20yes"})
    void controlCharactersReachNoApplication(String path) {
        RawHttp answer = RawHttp.send(roster.server(), "GET " + path + " HTTP/1.1", AUTHORIZATION);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.head()).doesNotContainPattern("(?m)^x-injected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter=%",
                "filter=%zz",
                "filter=%C3%28",
                "filter=%ED%A0%80",
                "count=%",
                "&&==&",
                "filter=%00",
                "%00=1"
            })
    void queriesThatAreWronglyEncoded(String query) {
        RawHttp answer = RawHttp.send(roster.server(), "GET /scim/v2/Users?" + query + " HTTP/1.1", AUTHORIZATION);
        assertThat(answer.status()).as("%s %s", query, answer).isBetween(200, 499);
        assertThat(answer.head()).containsPattern("content-type: application/scim\\+json\r?\n");
    }

    @Test
    void aVeryLongPath() {
        RawHttp answer =
                RawHttp.send(roster.server(), "GET /scim/v2/Users/" + "x".repeat(8_000) + " HTTP/1.1", AUTHORIZATION);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body())
                .contains("urn:ietf:params:scim:api:messages:2.0:Error")
                .hasSizeLessThan(10_000);
    }

    @Test
    void bodiesThatLieAboutTheirLength() {
        String head = "POST /scim/v2/Users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + AUTHORIZATION + "\r\nContent-Type: application/json\r\n";
        assertThat(RawHttp.exchange(roster.server(), head + "Content-Length: -5\r\n\r\n{}")
                        .status())
                .isLessThan(500);
        assertThat(RawHttp.exchange(roster.server(), head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }
}

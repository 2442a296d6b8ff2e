package io.roster.syncback.okta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of the body of an answer that is no success. */
class OktaErrorTest {

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(
                        "{\"errorCode\":\"E0000001\",\"errorSummary\":\"Api validation failed: login\",\"errorLink\":\"E0000001\","
                                + "\"errorId\":\"oaeX\",\"errorCauses\":[{\"errorSummary\":\"login: taken\"}]}",
                        new OktaError("E0000001", "Api validation failed: login", List.of("login: taken"))),
                Arguments.of(
                        "{\"errorCode\":\"E0000047\",\"errorSummary\":\"Too many\",\"errorCauses\":{\"reason\":\"slow down\"}}",
                        new OktaError("E0000047", "Too many", List.of("slow down"))),
                Arguments.of(
                        "{\"errorCode\":\"E0000011\",\"errorSummary\":\"Invalid token provided\"}",
                        new OktaError("E0000011", "Invalid token provided", List.of())),
                Arguments.of(
                        "{\"errorCode\":\"E0000001\",\"errorSummary\":\"No\",\"errorCauses\":[\"plain\",7,null,{}]}",
                        new OktaError("E0000001", "No", List.of("plain"))),
                Arguments.of(
                        "{\"errorCode\":\"E0000001\",\"errorSummary\":\"No\",\"errorCauses\":null}",
                        new OktaError("E0000001", "No", List.of())),
                Arguments.of(
                        "{\"errorCode\":12,\"errorSummary\":\"a number as code\"}",
                        new OktaError("", "a number as code", List.of())),
                Arguments.of(
                        "{\"error\":\"invalid_client\",\"error_description\":\"The client_assertion is expired.\"}",
                        new OktaError("invalid_client", "The client_assertion is expired.", List.of())),
                Arguments.of(
                        "{\"error\":\"invalid_scope\"}", new OktaError("invalid_scope", "invalid_scope", List.of())),
                Arguments.of(
                        "<html>\n<h1>Bad gateway</h1>",
                        OktaError.of("The answer with status 502 is not one of Okta's: <html> <h1>Bad gateway</h1>")),
                Arguments.of("[]", OktaError.of("The answer with status 502 is not one of Okta's: []")),
                Arguments.of("{}", OktaError.of("The answer with status 502 is not one of Okta's: {}")),
                Arguments.of(
                        "{\"errorCode\":",
                        OktaError.of("The answer with status 502 is not one of Okta's: {\"errorCode\":")),
                Arguments.of(" ", OktaError.of("The answer with status 502 is empty.")));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isReadWhateverItIs(String body, OktaError expected) {
        assertThat(OktaError.read(502, body)).isEqualTo(expected);
    }

    @Test
    void isShortened() {
        assertThat(OktaError.read(500, "x".repeat(100_000)).summary()).hasSizeLessThan(600);
    }

    @Test
    void isOneLineWithItsCauses() {
        assertThat(new OktaError("E0000001", "Failed", List.of("one", "two")).text())
                .isEqualTo("Failed (one; two)");
    }
}

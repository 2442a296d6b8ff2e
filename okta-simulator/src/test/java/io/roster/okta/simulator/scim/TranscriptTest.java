package io.roster.okta.simulator.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    @Test
    void showsRequestAndAnswerWithoutSecrets() {
        ScimRequest request = ScimRequest.create(
                ResourceKind.USER,
                Json.object().add("userName", "ada").add("password", "a\"b\\c").build());
        HttpHeaders headers = HttpHeaders.of(Map.of("Set-Cookie", List.of("session=7")), (name, value) -> true);
        String text = Transcript.of(new ScimAnswer(request, 500, headers, "{\"Password\" : \"a\\\"b\", \"x\":1}"));
        assertThat(text.lines())
                .containsExactly(
                        "> POST /Users",
                        "> Authorization: ***",
                        "> {\"userName\":\"ada\",\"password\":\"***\"}",
                        "< 500",
                        "< Set-Cookie: ***",
                        "< {\"Password\" : \"***\", \"x\":1}");
    }

    @Test
    void cutsALongBody() {
        ScimRequest request = ScimRequest.page(ResourceKind.USER, 1, 100);
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        assertThat(Transcript.of(new ScimAnswer(request, 200, none, "x".repeat(5000))))
                .contains("… (5000 characters)")
                .hasSizeLessThan(4200);
    }

    @Test
    void credentialsNeverShowTheirSecret() {
        assertThat(Credentials.bearer("t0p")).hasToString("Bearer ***");
        assertThat(Credentials.raw("t0p")).hasToString("***");
        assertThat(Credentials.basic("okta", "t0p")).hasToString("Basic ***");
        assertThat(Credentials.basic("okta", "t0p").authorization()).isEqualTo("Basic b2t0YTp0MHA=");
    }
}

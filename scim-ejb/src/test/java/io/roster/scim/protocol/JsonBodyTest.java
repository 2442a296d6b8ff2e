package io.roster.scim.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                      | it is empty",
                "`  `                    | it is empty",
                "[]                      | must be a JSON object",
                "\"a\"                   | must be a JSON object",
                "null                    | must be a JSON object",
                "{                       | malformed",
                "{\"a\"}                 | malformed",
                "{\"a\":}                | malformed",
                "{\"a\":1,}              | malformed",
                "{'a':1}                 | malformed",
                "{a:1}                   | malformed",
                "{\"a\":[1,2}            | malformed",
                "{\"a\":01}              | malformed",
                "{\"a\":NaN}             | malformed",
                "{\"a\":\"\\x\"}         | malformed",
                "{\"a\":\"b              | malformed",
                "{\"a\":tru}             | malformed",
                "{} x                    | malformed",
                "{}{}                    | malformed",
                "{}]                     | malformed",
                "{\"a\":1,\"a\":2}       | \"a\" is twice in one object",
                "{\"b\":{\"a\":1,\"a\":2}} | \"a\" is twice in one object",
                "{\"a\":\"\\u0000\"}     | holds a NUL character",
                "{\"\\u0000\":1}         | holds a NUL character",
                "{\"a\":\"\\ud83d\"}     | holds half of a surrogate pair",
                "{\"a\":\"\\ude00b\"}    | holds half of a surrogate pair",
                "{\"a\":\"\\ud83d\\ud83d\"} | holds half of a surrogate pair",
                "{\"\\ud83d\":1}         | holds half of a surrogate pair",
                "{\"a\":1e999999999}     | out of range",
                "{\"a\":1e99999999999}   | out of range",
                "{\"a\":-1e-401}         | out of range",
                "{\"a\":12345678901234567890123456789012345678901} | out of range",
            })
    void refuses(String body, String reason) {
        assertRefused(body.getBytes(UTF_8), UTF_8, reason);
    }

    @Test
    void refusesBytesThatAreNotOfTheCharset() {
        assertRefused(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}, UTF_8, "not valid UTF-8");
        assertRefused("{\"a\":\"é\"}".getBytes(ISO_8859_1), UTF_8, "not valid UTF-8");
        assertRefused(new byte[] {'{', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '}'}, UTF_8, "not valid UTF-8");
    }

    @Test
    void refusesDepthBeforeTheStackIsInDanger() {
        var deep = new ByteArrayOutputStream();
        deep.writeBytes("{\"a\":".repeat(1_000_000).getBytes(UTF_8));
        assertRefused(deep.toByteArray(), UTF_8, "more than 64 levels");
        assertRefused(("{\"a\":" + "[".repeat(10_000)).getBytes(UTF_8), UTF_8, "more than 64 levels");
        var allowed = "{\"a\":".repeat(63) + "{}" + "}".repeat(63);
        assertThat(JsonBody.parse(allowed.getBytes(UTF_8), UTF_8)).containsKey("a");
    }

    @Test
    void readsEachCharsetThatJavaKnows() {
        var json = "{\"name\":\"Jürgen\"}";
        for (var charset : new Charset[] {UTF_8, ISO_8859_1, UTF_16, Charset.forName("windows-1252")}) {
            assertThat(JsonBody.parse(json.getBytes(charset), charset).getString("name"))
                    .isEqualTo("Jürgen");
        }
        assertThat(JsonBody.parse(("\uFEFF" + json).getBytes(UTF_8), UTF_8)).containsKey("name");
    }

    @Test
    void readsAllOfJson() {
        var body =
                " {\"s\":\"\\u00fc\\ud83d\\ude00\\n\",\"n\":[1,-2.5e3,0],\"t\":true,\"f\":false,\"z\":null,\"o\":{}} ";
        assertThat(JsonBody.parse(body.getBytes(UTF_8), UTF_8))
                .hasToString("{\"s\":\"ü😀\\n\",\"n\":[1,-2.5E+3,0],\"t\":true,\"f\":false,\"z\":null,\"o\":{}}");
    }

    private static void assertRefused(byte[] body, Charset charset, String reason) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> JsonBody.parse(body, charset))
                .satisfies(e -> {
                    assertThat(e.scimType()).isEqualTo("invalidSyntax");
                    assertThat(e.detail()).contains(reason).hasSizeLessThan(400);
                });
    }
}

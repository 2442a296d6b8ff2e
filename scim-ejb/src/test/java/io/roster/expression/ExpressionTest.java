package io.roster.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.expression.ExpressionRefused.Reason;
import io.roster.persistence.Documents;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionTest {

    private static final JsonObject USER = Documents.parse("""
            {"firstName": "Ada", "lastName": "Lovelace-Byron", "middleName": null, "empty": "", "none": [],
             "email": "Ada.Lovelace@Acme.example", "login": "ada@acme.example", "department": "Engineering",
             "employeeNumber": "00042", "level": 7, "ratio": 1.50, "remote": true, "teams": ["b", "a"],
             "thai": "สมชาย", "smile": "😀abc", "huge": 1e999999999, "object": {"a": 1},
             "long": "%s", "sharp": "%s"}""".formatted("x".repeat(9_000), "ß".repeat(9_000)));

    private static final Map<String, JsonObject> PROFILES = Map.of(
            Sources.USER, USER,
            Sources.APP_USER, Documents.parse("{\"role\": \"agent\", \"userName\": \"ada@app.example\"}"),
            Sources.SOURCE, Documents.parse("""
                    {"userName": "ada@app.example", "email": "Ada.Lovelace@Acme.example", "login": "ada@acme.example"}"""));

    @ParameterizedTest
    @MethodSource
    void values(String expression, String value) {
        Object is = Expression.parse(expression).value(ExpressionTest::attribute);
        assertThat(is instanceof BigDecimal number ? number.toPlainString() : String.valueOf(is))
                .isEqualTo(value.equals("<none>") ? "null" : value);
    }

    @ParameterizedTest
    @MethodSource
    void refused(String expression, Reason reason, int position) {
        assertThatThrownBy(() -> Expression.parse(expression)).satisfies(e -> isRefused(e, reason, position));
    }

    @ParameterizedTest
    @MethodSource
    void failing(String expression, Reason reason, int position) {
        Expression read = Expression.parse(expression);
        assertThatThrownBy(() -> read.value(ExpressionTest::attribute)).satisfies(e -> isRefused(e, reason, position));
    }

    private static void isRefused(Throwable e, Reason reason, int position) {
        ExpressionRefused refused = (ExpressionRefused) e;
        assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
        assertThat(refused.position()).as(refused.getMessage()).isEqualTo(position);
        assertThat(refused)
                .hasMessageEndingWith("(character " + position + ").")
                .hasMessageNotContainingAny("%s", "EL1");
    }

    /** Each as long as an expression may be: the parser calls itself for most of them. */
    @ParameterizedTest
    @MethodSource
    void endless(String part, String end, Reason reason) {
        String expression = part.repeat((Expression.MAX_LENGTH - end.length()) / part.length()) + end;
        assertThatThrownBy(() -> Expression.parse(expression))
                .isInstanceOfSatisfying(ExpressionRefused.class, refused -> {
                    assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
                    assertThat(refused.getMessage()).hasSizeLessThan(300);
                });
    }

    static Stream<Object[]> endless() {
        return Stream.of(new Object[][] {
            {"(", "", Reason.TOO_DEEP},
            {"((", "1))", Reason.TOO_DEEP},
            {"{", "", Reason.TOO_DEEP},
            {"[", "", Reason.TOO_DEEP},
            {"String.len(", "", Reason.TOO_DEEP},
            {"!", "true", Reason.TOO_DEEP},
            {"- ", "1", Reason.TOO_DEEP},
            {"not ", "true", Reason.TOO_DEEP},
            {"1+", "1", Reason.TOO_DEEP},
            {"1==", "1", Reason.SYNTAX},
            {"true&&", "true", Reason.TOO_DEEP},
            {"1?1:", "1", Reason.TOO_DEEP},
            {"1?:", "1", Reason.TOO_DEEP},
            {"user.", "a", Reason.UNSUPPORTED},
            {"\"\"", ".trim()" + ".trim()".repeat(120), Reason.TOO_DEEP},
            {"x", "", Reason.UNKNOWN_NAME},
        });
    }

    @Test
    void endsAtItsGreatestLength() {
        String longest = "\"" + "x".repeat(Expression.MAX_LENGTH - 2) + "\"";
        assertThat(Expression.parse(longest).value(ExpressionTest::attribute)).isEqualTo(longest.replace("\"", ""));
        assertThatThrownBy(() -> Expression.parse(longest + " ")).satisfies(e -> isRefused(e, Reason.TOO_LONG, 1));
        assertThatThrownBy(() -> Expression.parse(null)).satisfies(e -> isRefused(e, Reason.EMPTY, 1));
    }

    static Stream<Object[]> values() throws IOException {
        return table("values");
    }

    static Stream<Object[]> refused() throws IOException {
        return table("refused").map(ExpressionTest::withPosition);
    }

    static Stream<Object[]> failing() throws IOException {
        return table("failing").map(ExpressionTest::withPosition);
    }

    private static Object[] withPosition(Object[] row) {
        return new Object[] {row[0], Reason.valueOf((String) row[1]), Integer.parseInt((String) row[2])};
    }

    /** Columns are set off by the last tabs of a line: an expression may have one itself. */
    private static Stream<Object[]> table(String name) throws IOException {
        try (InputStream in = ExpressionTest.class.getResourceAsStream(name + ".tsv")) {
            int columns = name.equals("values") ? 2 : 3;
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("# "))
                            .map(line -> columns(line, columns))
                            .toList()
                            .stream();
        }
    }

    private static Object[] columns(String line, int count) {
        Object[] columns = new Object[count];
        String rest = line;
        for (int i = count - 1; i > 0; i--) {
            columns[i] = rest.substring(rest.lastIndexOf('\t') + 1);
            rest = rest.substring(0, rest.lastIndexOf('\t'));
        }
        columns[0] = rest;
        return columns;
    }

    private static JsonValue attribute(String source, String name) {
        return PROFILES.get(source).get(name);
    }
}

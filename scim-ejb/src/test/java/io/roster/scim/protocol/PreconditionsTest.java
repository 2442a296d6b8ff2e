package io.roster.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreconditionsTest {

    private static final ETag SEVEN = ETag.of(7);

    static List<String[]> cases() {
        return Cases.tsv(PreconditionsTest.class, "preconditions.tsv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decides(String request, String present, String ifMatch, String ifNoneMatch, String outcome) {
        Preconditions conditions = new Preconditions(header(ifMatch), header(ifNoneMatch));
        assertThat(outcome(request, present, conditions)).isEqualTo(outcome);
    }

    private static String header(String text) {
        return text.equals("-") ? null : text.equals("(empty)") ? "" : text;
    }

    private static String outcome(String request, String present, Preconditions conditions) {
        int dot = present.indexOf('.');
        ETag tag = dot < 0 ? new ETag(present, null) : new ETag(present.substring(0, dot), present.substring(dot + 1));
        try {
            switch (request) {
                case "read" -> {
                    return conditions.notModified(tag) ? "304" : "goes on";
                }
                case "write" -> conditions.requireForWrite(tag);
                case "create" ->
                    conditions.requireForCreation(
                            present.equals("-") ? Optional.empty() : Optional.of(tag), "User with the userName ada");
                default -> throw new IllegalArgumentException(request);
            }
            return "goes on";
        } catch (ScimException e) {
            return Integer.toString(e.status());
        }
    }

    @ParameterizedTest
    @CsvSource({"W/\"6\", true", "*, false", "' *', false", ", false"})
    void knowsWhetherAVersionMayChangeMeanwhile(String ifMatch, boolean expected) {
        assertThat(Preconditions.ifMatch(ifMatch).bindVersion()).isEqualTo(expected);
    }

    @Test
    void refusesInSentences() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Preconditions.ifMatch("W/\"6\"").requireForWrite(SEVEN))
                .withMessageContainingAll("W/\"6\"", "W/\"7\"", "Read it again");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Preconditions.ifMatch("6").requireForWrite(SEVEN))
                .withMessageContainingAll("If-Match", "6", "W/\"7\"");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> new Preconditions(null, "*")
                        .requireForCreation(Optional.of(SEVEN), "User with the userName ada"))
                .withMessageContainingAll("User with the userName ada", "If-None-Match", "PATCH");
    }
}

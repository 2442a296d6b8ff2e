package io.roster.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ETagTest {

    private static final ETag SEVEN = ETag.of(7);

    static List<String[]> headers() {
        return Cases.tsv(ETagTest.class, "etags.tsv");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void matchesHeaders(String header, boolean expected) {
        assertThat(SEVEN.isIn(header)).isEqualTo(expected);
    }

    @Test
    void isWrittenWeak() {
        assertThat(SEVEN).hasToString("W/\"7\"");
    }

    @Test
    void anotherVersionFailsThePrecondition() {
        assertThatCode(() -> SEVEN.requireMatch(null)).doesNotThrowAnyException();
        assertThatCode(() -> SEVEN.requireMatch("W/\"7\"")).doesNotThrowAnyException();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> SEVEN.requireMatch("W/\"6\""))
                .satisfies(e -> assertThat(e.status()).isEqualTo(412))
                .satisfies(e -> assertThat(e.detail()).contains("W/\"6\"").contains("W/\"7\""));
    }
}

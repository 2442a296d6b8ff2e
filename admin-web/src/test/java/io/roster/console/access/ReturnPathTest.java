package io.roster.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/people", "/people?q=ada&page=2", "/person?id=1#events", "/people?q=%0d%0a"})
    void goesOnToAPageOfTheConsole(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "people",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/people\r\nSet-Cookie: a=b",
                "/people\t",
                "/ /evil.example",
                "/\u00e9",
                "/sign-out",
                "/sign-in?from=/sign-in",
                "javascript:alert(1)"
            })
    void goesNowhereElse(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo("/people");
    }
}

package io.roster.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

    @ParameterizedTest
    @CsvSource({
        "same-origin, https://roster.example, roster.example, true",
        "none, , roster.example, true",
        "cross-site, https://evil.example, roster.example, false",
        "same-site, https://other.example, roster.example, false",
        ", https://roster.example:9443, roster.example:9443, true",
        ", https://roster.example, roster.example:9443, false",
        ", https://evil.example, roster.example, false",
        ", null, roster.example, false",
        ", 'http://[', roster.example, false",
        ", https://roster.example, , false",
        ", , roster.example, true",
    })
    void tellsOwnFormsFromThoseOfOtherSites(String fetchSite, String origin, String host, boolean own) {
        assertThat(SameOrigin.isOwn(fetchSite, origin, host)).isEqualTo(own);
    }
}

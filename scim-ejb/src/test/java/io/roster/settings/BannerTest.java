package io.roster.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BannerTest {
    @Test
    void namesBothAddressesAndWhatIsAdded() {
        String text = Banner.text(Settings.of(name -> null), Map.of("Administrator", "admin"));

        assertThat(text.strip().lines())
                .containsExactly(
                        "Roster is ready.",
                        "  Console         http://localhost:9080/admin/",
                        "  SCIM endpoint   http://localhost:9080/scim/v2",
                        "  Administrator   admin");
    }

    @ParameterizedTest
    @CsvSource({
        "ROSTER_HOST,       0.0.0.0,                 http://localhost:9080/scim/v2",
        "ROSTER_HOST,       *,                       http://localhost:9080/scim/v2",
        "ROSTER_HOST,       ::1,                     http://[::1]:9080/scim/v2",
        "ROSTER_HOST,       roster.internal,         http://roster.internal:9080/scim/v2",
        "ROSTER_HTTP_PORT,  8080,                    http://localhost:8080/scim/v2",
        "ROSTER_PUBLIC_URL, https://r.example.com/,  https://r.example.com/scim/v2",
    })
    void namesAnAddressThatCanBeOpened(String name, String value, String url) {
        assertThat(Banner.text(Settings.of(Map.of(name, value)::get), Map.of()))
                .contains(" " + url + System.lineSeparator());
    }
}

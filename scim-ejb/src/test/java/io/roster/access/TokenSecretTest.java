package io.roster.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenSecretTest {

    /** RFC 6750 section 5.2 asks for more than can be guessed; 32 random bytes are. */
    @Test
    void secretsAreLongAndNeverTheSame() {
        assertThat(Stream.generate(() -> TokenSecret.random().value()).limit(1000))
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(Base64.getUrlDecoder().decode(secret.substring("rst_".length())))
                        .hasSize(32));
    }

    @Test
    void whatIsKeptDoesNotShowTheSecret() {
        TokenSecret secret = TokenSecret.random();
        assertThat(secret.hash()).hasSize(64).doesNotContain(secret.value());
        assertThat(secret.toString()).doesNotContain(secret.value());
    }
}

package io.roster.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {

    private final Seals seals = new Seals(key(1));

    private static SecretKey key(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return new SecretKey(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00token", "Grüße, 電話 😀"})
    void whatIsSealedOpens(String secret) {
        assertThat(new Seals(key(1)).open("okta", "row-1", seals.seal("okta", "row-1", secret)))
                .contains(secret);
    }

    @Test
    void opensForNoOtherPurposeRowOrKey() {
        String sealed = seals.seal("okta", "row-1", "00token");
        assertThat(seals.open("mail", "row-1", sealed)).isEmpty();
        assertThat(seals.open("okta", "row-2", sealed)).isEmpty();
        assertThat(new Seals(key(2)).open("okta", "row-1", sealed)).isEmpty();
    }

    @Test
    void opensNothingThatWasChanged() {
        byte[] sealed = Base64.getDecoder().decode(seals.seal("okta", "row-1", "00token"));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(seals.open("okta", "row-1", Base64.getEncoder().encodeToString(changed)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not base64!", "AAAAAAAAAAAAAAAA"})
    void opensNothingThatIsNoSeal(String text) {
        assertThat(seals.open("okta", "row-1", text)).isEmpty();
    }

    @Test
    void isAnotherEachTimeAndHoldsNoneOfTheSecret() {
        String sealed = seals.seal("okta", "row-1", "00token");
        assertThat(seals.seal("okta", "row-1", "00token")).isNotEqualTo(sealed);
        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("token");
        assertThat(seals).hasToString("Seals");
    }
}

package io.roster.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.okta.OktaRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OktaAttributesTest {

    @Test
    void eitherMayBeOff() {
        assertThat(new OktaAttributes(" telephonyExtension ", " ").checked())
                .isEqualTo(new OktaAttributes("telephonyExtension", null));
        assertThat(new OktaAttributes(null, "primaryPhone").checked())
                .isEqualTo(new OktaAttributes(null, "primaryPhone"));
        assertThat(new OktaAttributes("", null).checked()).isEqualTo(new OktaAttributes(null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "login, primaryPhone, ATTRIBUTE_RESERVED, extension",
        "telephonyExtension, email, ATTRIBUTE_RESERVED, number",
        "phone-number, primaryPhone, ATTRIBUTE_NAME, extension",
        "1phone, primaryPhone, ATTRIBUTE_NAME, extension",
        "telephonyExtension, user.phone, ATTRIBUTE_NAME, number",
        "primaryPhone, primaryPhone, ATTRIBUTE_TWICE, number",
    })
    void areRefused(String extension, String number, Reason reason, String field) {
        assertThatThrownBy(() -> new OktaAttributes(extension, number).checked())
                .isInstanceOfSatisfying(OktaRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.field()).isEqualTo(field);
                });
    }
}

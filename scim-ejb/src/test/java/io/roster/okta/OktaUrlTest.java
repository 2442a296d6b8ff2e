package io.roster.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.okta.OktaRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OktaUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://acme.okta.com, https://acme.okta.com",
        "https://acme.okta.com/, https://acme.okta.com",
        "' HTTPS://Acme.OktaPreview.com ', https://acme.oktapreview.com",
        "acme.okta.com, https://acme.okta.com",
        "https://id.acme.example, https://id.acme.example",
        "http://localhost:8081, http://localhost:8081",
        "https://localhost, https://localhost",
        "http://127.0.0.1:8081/, http://127.0.0.1:8081",
        "http://[::1]:8081, http://[::1]:8081",
    })
    void isTakenAs(String typed, String stored) {
        assertThat(OktaUrl.checked(typed)).hasToString(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "'', URL_MISSING",
        "' ', URL_MISSING",
        "https://, URL_NONE",
        "https://ac me.okta.com, URL_NONE",
        "https:///users, URL_NONE",
        "https://acme, URL_NONE",
        "https://büro.example, URL_NONE",
        "http://acme.okta.com, URL_SCHEME",
        "ftp://acme.okta.com, URL_SCHEME",
        "http://localhost.acme.example, URL_SCHEME",
        "http://127.0.0.1.acme.example, URL_SCHEME",
        "https://acme.okta.com/api/v1, URL_MORE_THAN_HOST",
        "https://acme.okta.com?x=1, URL_MORE_THAN_HOST",
        "https://acme.okta.com#x, URL_MORE_THAN_HOST",
        "https://admin@acme.okta.com, URL_MORE_THAN_HOST",
        "https://acme.okta.com:8443, URL_MORE_THAN_HOST",
        "http://localhost:8081/okta, URL_MORE_THAN_HOST",
        "https://acme_test.okta.com, URL_UNDERSCORE",
        "https://192.0.2.10, URL_NUMBERS",
        "https://[2001:db8::1], URL_NUMBERS",
        "https://acme-admin.okta.com, URL_ADMIN",
        "https://acme-admin.oktapreview.com/, URL_ADMIN",
    })
    void isRefusedFor(String typed, Reason reason) {
        assertThatThrownBy(() -> OktaUrl.checked(typed)).isInstanceOfSatisfying(OktaRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.field()).isEqualTo("url");
        });
    }

    @Test
    void isRefusedWhenItIsEndless() {
        assertThatThrownBy(() -> OktaUrl.checked("https://" + "a".repeat(300) + ".okta.com"))
                .isInstanceOf(OktaRefused.class);
        assertThatThrownBy(() -> OktaUrl.checked(null)).isInstanceOf(OktaRefused.class);
    }
}

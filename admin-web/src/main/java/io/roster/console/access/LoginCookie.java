package io.roster.console.access;

import io.roster.access.Logins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookie by which a browser is known: a secret of {@link Logins}, which ends with the browser's session. */
@ApplicationScoped
public class LoginCookie {

    static final String NAME = "ROSTERLOGIN";

    @Inject
    @ConfigProperty(name = "ROSTER_SECURE_COOKIES", defaultValue = "false")
    private boolean secure;

    /**
     * @param request from a browser
     * @return its secret; empty where it has none
     */
    Optional<String> secret(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    void set(HttpServletRequest request, HttpServletResponse response, String secret) {
        response.addCookie(cookie(request, secret));
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = cookie(request, "");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private Cookie cookie(HttpServletRequest request, String value) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath(request.getContextPath());
        cookie.setHttpOnly(true);
        cookie.setSecure(secure || request.isSecure());
        // Links from mails and from Okta lead to pages; what another site sends with it changes nothing (SameOrigin).
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}

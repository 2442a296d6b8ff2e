package io.roster.console.reader;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How the reader of this request likes pages. Kept in cookies that the page itself writes, so that a choice counts at
 * once, before signing in, and on every server; whatever a cookie says is checked against what there is.
 */
@Named
@RequestScoped
public class Preferences {

    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Inject
    private HttpServletRequest request;

    /** @return the language of the page: the one chosen, else the best of those the browser asks for */
    public Locale getLocale() {
        List<Locale> wanted = new ArrayList<>(List.of(Locale.forLanguageTag(cookie("roster-language"))));
        wanted.addAll(Collections.list(request.getLocales()));
        return wanted.stream()
                .flatMap(locale ->
                        LOCALES.stream().filter(known -> known.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** @return every language that there is */
    public List<Locale> getLocales() {
        return LOCALES;
    }

    /** @return the colours */
    public Theme getTheme() {
        return Theme.of(cookie("roster-theme"));
    }

    /** @return every choice of colours */
    public Theme[] getThemes() {
        return Theme.values();
    }

    /** @return {@code narrow} when the navigation is collapsed to its icons, else {@code wide} */
    public String getNavigation() {
        return "narrow".equals(cookie("roster-navigation")) ? "narrow" : "wide";
    }

    /** @return the reader's time zone as the browser told it; UTC until it did */
    public ZoneId getZone() {
        String zone = cookie("roster-zone");
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private String cookie(String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }
}

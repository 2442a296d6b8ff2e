package io.roster.okta;

import io.roster.okta.OktaRefused.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks the URL of an Okta org: credentials are sent there, and nowhere else. */
final class OktaUrl {

    private static final Pattern ADMIN = Pattern.compile("[a-z0-9-]+-admin\\.(okta|oktapreview|okta-emea)\\.com");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int LONGEST = 255;

    private OktaUrl() {}

    /**
     * The URL as it is stored: lower case, no slash at its end. A host alone is taken for https.
     *
     * @throws OktaRefused saying what is wrong with it
     */
    static URI checked(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw refused(Reason.URL_MISSING);
        }
        URI url = parsed(text.contains("://") ? text : "https://" + text);
        String host = url.getHost();
        if (host == null) {
            String authority = String.valueOf(url.getRawAuthority());
            throw refused(authority.contains("_") ? Reason.URL_UNDERSCORE : Reason.URL_NONE);
        }
        host = host.toLowerCase(Locale.ROOT);
        boolean loopback = LOOPBACK.matcher(host).matches();
        checkScheme(url, loopback);
        checkHostAlone(url, loopback);
        checkHost(host, loopback);
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port);
    }

    private static URI parsed(String text) {
        try {
            if (text.length() <= LONGEST) {
                return new URI(text);
            }
        } catch (URISyntaxException e) {
            // the reason says all there is to say
        }
        throw refused(Reason.URL_NONE);
    }

    private static void checkScheme(URI url, boolean loopback) {
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (!https && !(loopback && "http".equalsIgnoreCase(url.getScheme()))) {
            throw refused(Reason.URL_SCHEME);
        }
    }

    private static void checkHostAlone(URI url, boolean loopback) {
        String path = url.getRawPath();
        boolean bare = url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && (path == null || path.isEmpty() || path.equals("/"));
        if (!bare || (url.getPort() >= 0 && !loopback)) {
            throw refused(Reason.URL_MORE_THAN_HOST);
        }
    }

    private static void checkHost(String host, boolean loopback) {
        if (ADMIN.matcher(host).matches()) {
            throw refused(Reason.URL_ADMIN);
        } else if (!loopback && NUMBERS.matcher(host).matches()) {
            throw refused(Reason.URL_NUMBERS);
        } else if (!loopback && !host.contains(".")) {
            throw refused(Reason.URL_NONE);
        }
    }

    private static OktaRefused refused(Reason reason) {
        return new OktaRefused(reason, "url");
    }
}

package io.roster.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads one variable as one kind of value. What also the server's configuration reads (host, ports, data directory,
 * database) must not be set to nothing: the server would take the empty text, not the default.
 */
record Variables(Function<String, String> lookup) {
    /** A host name, an IPv4 or an IPv6 address: no scheme, no port, no blank. */
    private static final Pattern HOST =
            Pattern.compile("\\*|[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** What can stand in an Authorization header (RFC 9110, 5.6.2 and 11.6.2): no blank, no control character. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{8,200}");

    /** What can be typed into a field: a blank may be part of it. */
    private static final Pattern PASSWORD = Pattern.compile("\\P{Cntrl}{8,200}");

    static final String HOST_ALLOWED = "a host name or an IP address of this machine, or * for all of them";
    static final String HOST_EXAMPLE = "localhost or 0.0.0.0";

    String text(String name, String fallback, String example) {
        String value = lookup.apply(name);
        if (value == null) {
            return fallback;
        }
        if (value.isBlank()) {
            throw new RefusedSetting(
                    name + " is set but empty; unset it for the default, or set it to " + example + ".");
        }
        return value.strip();
    }

    int number(String name, int fallback, int least, int most) {
        String value = text(name, Integer.toString(fallback), "a number, for example " + fallback);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below says all there is to say
        }
        throw refused(name, value, "a whole number from " + least + " to " + most, Integer.toString(fallback));
    }

    String host(String name, String fallback) {
        String value = text(name, fallback, "a host, for example " + fallback);
        if (!HOST.matcher(value).matches()) {
            throw refused(
                    name,
                    value,
                    "a host name or an IP address of this machine, or * for all of them",
                    "localhost or 0.0.0.0");
        }
        return value;
    }

    Path directory(String name, String fallback) {
        String value =
                text(name, Path.of(fallback).toAbsolutePath().toString(), "a directory, for example /var/lib/roster");
        try {
            Path directory = Path.of(value);
            // a semicolon would end the path inside Derby's JDBC URL
            if (directory.isAbsolute() && value.indexOf(';') < 0) {
                return directory.normalize();
            }
        } catch (InvalidPathException e) {
            // the sentence below says all there is to say
        }
        throw refused(name, value, "the absolute path of a directory, without a semicolon", "/var/lib/roster");
    }

    Optional<String> token(String name) {
        return secret(name, TOKEN, "8 to 200 visible ASCII characters without a blank, for example kq3vX8ZpT5mWc9Rb");
    }

    Optional<String> password(String name) {
        return secret(name, PASSWORD, "8 to 200 characters, for example: correct horse battery staple");
    }

    private Optional<String> secret(String name, Pattern pattern, String allowed) {
        Optional<String> value = Optional.ofNullable(lookup.apply(name)).filter(text -> !text.isEmpty());
        if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
            throw new RefusedSetting(name + " (its value is not shown) must be " + allowed + ".");
        }
        return value;
    }

    Optional<SecretKey> secretKey(String name) {
        return Optional.ofNullable(lookup.apply(name))
                .filter(text -> !text.isBlank())
                .map(text -> SecretKey.decode(text.strip())
                        .orElseThrow(
                                () -> new RefusedSetting(name + " (its value is not shown) must be 32 random bytes in"
                                        + " base64, for example the output of: openssl rand -base64 32")));
    }

    Optional<URI> webAddress(String name) {
        return Optional.ofNullable(lookup.apply(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> webAddress(name, text));
    }

    private static URI webAddress(String name, String value) {
        try {
            var uri = new URI(value.replaceFirst("/+$", ""));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (web && bare && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // the sentence below says all there is to say
        }
        String shown = value.replaceFirst("//[^/]*@", "//…@");
        throw refused(
                name, shown, "an http or https URL without user, query and fragment", "https://roster.example.com");
    }

    static RefusedSetting refused(String name, String value, String allowed, String example) {
        String shown = value.length() <= 200 ? value : value.substring(0, 200) + "…";
        return new RefusedSetting(name + " is '" + shown.replaceAll("\\p{Cntrl}", "?") + "', but it must be " + allowed
                + ", for example " + example + ".");
    }
}

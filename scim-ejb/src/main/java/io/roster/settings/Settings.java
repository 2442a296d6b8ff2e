package io.roster.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an operator can set, checked. Every value comes from MicroProfile Config under the name that its component
 * documents, so from an environment variable, a system property or a server's own variables.
 *
 * @param host ROSTER_HOST: the name or address that the server listens on; {@code *} is every address
 * @param httpPort ROSTER_HTTP_PORT
 * @param httpsPort ROSTER_HTTPS_PORT
 * @param dataDirectory ROSTER_DATA_DIR, absolute: Derby's database and the secret key
 * @param database ROSTER_DB_URL, ROSTER_DB_USER, ROSTER_DB_PASSWORD
 * @param bootstrapToken ROSTER_BOOTSTRAP_SCIM_TOKEN: an API token of this value exists after the start
 * @param bootstrapAdminPassword ROSTER_BOOTSTRAP_ADMIN_PASSWORD: the first password of the administrator {@code admin}
 * @param secretKey ROSTER_SECRET_KEY; when it is empty the key in the data directory counts, see {@link SecretKey}
 * @param publicUrl ROSTER_PUBLIC_URL, without a slash at its end: what every {@code meta.location} begins with
 * @param keepDeleted ROSTER_KEEP_DELETED_DAYS: how long a deleted resource can still be looked into
 * @param keepAudit ROSTER_KEEP_AUDIT_DAYS: how long an audit event is kept
 * @param importPatience ROSTER_IMPORT_PATIENCE_MINUTES: how long Okta may fail, or put off, a call of an import
 */
public record Settings(
        String host,
        int httpPort,
        int httpsPort,
        Path dataDirectory,
        DatabaseSettings database,
        Optional<String> bootstrapToken,
        Optional<String> bootstrapAdminPassword,
        Optional<SecretKey> secretKey,
        Optional<URI> publicUrl,
        Duration keepDeleted,
        Duration keepAudit,
        Duration importPatience) {

    /**
     * Reads and checks every setting.
     *
     * @param lookup the value of a variable, {@code null} when it is not set at all
     * @throws RefusedSetting for the first value that is not allowed
     */
    public static Settings of(Function<String, String> lookup) {
        var variables = new Variables(lookup);
        int httpPort = variables.number("ROSTER_HTTP_PORT", 9080, 1, 65_535);
        int httpsPort = variables.number("ROSTER_HTTPS_PORT", 9443, 1, 65_535);
        if (httpPort == httpsPort) {
            throw new RefusedSetting("ROSTER_HTTPS_PORT is " + httpsPort
                    + ", and so is ROSTER_HTTP_PORT; the two must differ, for example 9080 and 9443.");
        }
        Path dataDirectory = variables.directory("ROSTER_DATA_DIR", "roster-data");
        return new Settings(
                variables.host("ROSTER_HOST", "localhost"),
                httpPort,
                httpsPort,
                dataDirectory,
                DatabaseSettings.of(variables, dataDirectory),
                variables.token("ROSTER_BOOTSTRAP_SCIM_TOKEN"),
                variables.password("ROSTER_BOOTSTRAP_ADMIN_PASSWORD"),
                variables.secretKey("ROSTER_SECRET_KEY"),
                variables.webAddress("ROSTER_PUBLIC_URL"),
                Duration.ofDays(variables.number("ROSTER_KEEP_DELETED_DAYS", 30, 1, 36_500)),
                Duration.ofDays(variables.number("ROSTER_KEEP_AUDIT_DAYS", 400, 1, 36_500)),
                Duration.ofMinutes(variables.number("ROSTER_IMPORT_PATIENCE_MINUTES", 30, 1, 1440)));
    }

    /** A host under which this machine reaches its own ports, also when it listens on every address. */
    String reachableHost() {
        boolean every = host.equals("*") || host.equals("0.0.0.0") || host.equals("::");
        return every ? "localhost" : host;
    }

    /** {@return where a person on this machine finds Roster: the public URL when there is one; no slash at its end} */
    public URI baseUrl() {
        String name = reachableHost();
        String literal = name.contains(":") ? "[" + name + "]" : name;
        return publicUrl.orElseGet(() -> URI.create("http://" + literal + ":" + httpPort));
    }

    /** Shows no secret, because objects of this type end up in logs and debuggers. */
    @Override
    public String toString() {
        return "Settings[host=" + host + ", httpPort=" + httpPort + ", httpsPort=" + httpsPort + ", dataDirectory="
                + dataDirectory + ", database=" + database + ", publicUrl=" + publicUrl + "]";
    }
}

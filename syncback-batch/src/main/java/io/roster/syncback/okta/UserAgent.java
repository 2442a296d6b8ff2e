package io.roster.syncback.okta;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Says who calls, so that Okta's System Log and its support can tell. */
public class UserAgent implements ClientRequestFilter {

    static final String VALUE = "RosterOktaSync/" + version();

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle("User-Agent", VALUE);
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream file = UserAgent.class.getResourceAsStream("version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}

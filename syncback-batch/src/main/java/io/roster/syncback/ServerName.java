package io.roster.syncback;

import io.roster.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What to call this server among those that share a database. */
@Dependent
public class ServerName {

    @Inject
    private Settings settings;

    /** {@return host and port} */
    public String get() {
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + settings.httpPort();
        } catch (UnknownHostException e) {
            return settings.host() + ":" + settings.httpPort();
        }
    }
}

package io.roster.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;

/**
 * Whether Roster's own server can listen where ROSTER_HOST, ROSTER_HTTP_PORT and ROSTER_HTTPS_PORT say. It opens its
 * ports only when the application has started; by itself it would go on without a port that somebody else has.
 */
record Listening(Settings settings) {
    /** Survives the application but not the process: when the application restarts, the ports are taken by ourselves. */
    private static final String CHECKED = "roster.ports.checked";

    /** Throws RefusedSetting when the host is not this machine or when somebody else has one of the ports. */
    void check() {
        if (System.getProperty(CHECKED) != null) {
            return;
        }
        InetAddress address = address();
        free(address, settings.httpPort(), "ROSTER_HTTP_PORT");
        free(address, settings.httpsPort(), "ROSTER_HTTPS_PORT");
        System.setProperty(CHECKED, "true");
    }

    private InetAddress address() {
        try {
            InetAddress address = settings.host().equals("*")
                    ? new InetSocketAddress(0).getAddress()
                    : InetAddress.getByName(settings.host());
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
        } catch (IOException e) {
            // a name that nobody knows is not this machine's either
        }
        throw Variables.refused("ROSTER_HOST", settings.host(), Variables.HOST_ALLOWED, Variables.HOST_EXAMPLE);
    }

    private static void free(InetAddress address, int port, String name) {
        try {
            new ServerSocket(port, 1, address).close();
        } catch (IOException e) {
            throw new RefusedSetting(
                    name + " is " + port + ", but that port can't be opened (" + e.getMessage()
                            + "); stop the program that listens there, or choose another port, for example "
                            + (port < 60_000 ? port + 1000 : port - 1000) + ".",
                    e);
        }
    }
}

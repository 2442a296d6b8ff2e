package io.roster.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports of the loopback address, each given once. They are below those that the system takes for outgoing connections
 * (from 32768 on): such a connection could otherwise have the port of a server that is just being started again.
 */
final class PortRange {
    private static final int FIRST = 12_000;
    private static final int SHARE = 100;
    private static final int SHARES = 200;

    // Several of these virtual machines may run at once, and each counts on its own.
    private int next = FIRST + (int) (ProcessHandle.current().pid() % SHARES) * SHARE;

    /** The next one that nobody listens on. */
    synchronized int next() {
        while (!isFree(next)) {
            next++;
        }
        return next++;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}

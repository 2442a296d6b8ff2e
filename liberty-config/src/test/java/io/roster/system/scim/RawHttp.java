package io.roster.system.scim;

import io.roster.system.RunningRoster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An answer to a request whose every byte the test has chosen; clients' libraries refuse to send such.
 *
 * @param status 0 when the server closed the connection without a word
 * @param head the header fields, in lower case
 * @param body what follows them
 */
record RawHttp(int status, String head, String body) {
    /** Sends a request line with the usual header fields. */
    static RawHttp send(RunningRoster roster, String requestLine, String authorization) {
        return exchange(
                roster,
                requestLine + "\r\nHost: localhost\r\nConnection: close\r\nAccept: application/scim+json\r\n"
                        + (authorization == null ? "" : "Authorization: " + authorization + "\r\n") + "\r\n");
    }

    /** Sends bytes (given as ISO-8859-1) and reads to the end. */
    static RawHttp exchange(RunningRoster roster, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), roster.httpPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("No answer to " + request.lines().findFirst(), e);
        }
    }

    private static RawHttp parse(String answer) {
        if (answer.isEmpty()) {
            return new RawHttp(0, "", "");
        }
        int end = answer.indexOf("\r\n\r\n");
        String head = answer.substring(0, end).toLowerCase(Locale.ROOT);
        return new RawHttp(Integer.parseInt(head.split(" ")[1]), head, answer.substring(end + 4));
    }
}

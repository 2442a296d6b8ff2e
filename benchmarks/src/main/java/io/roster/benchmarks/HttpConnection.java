package io.roster.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that sends a request and waits for its answer. It does as little as it can, because
 * the client runs on the same processors as the server that is measured.
 */
final class HttpConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String headers;

    HttpConnection(String host, int port, String token) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
        headers = "Host: " + host + ":" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/scim+json\r\nUser-Agent: roster-benchmark\r\n";
    }

    /**
     * Sends a request.
     *
     * @param body JSON, or null for none
     * @return the answer, when it has come in whole
     * @throws IOException when the connection breaks
     */
    HttpAnswer send(String method, String target, String body) throws IOException {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        String type =
                body == null ? "" : "Content-Type: application/scim+json\r\nContent-Length: " + content.length + "\r\n";
        var request = new ByteArrayOutputStream(content.length + 512);
        request.write((method + " " + target + " HTTP/1.1\r\n" + headers + type + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.write(content);
        request.writeTo(socket.getOutputStream());
        return answer();
    }

    private HttpAnswer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        return new HttpAnswer(status, chunked ? chunks() : in.readNBytes(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.roster.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers what a test says, with STARTTLS where it has a certificate: GreenMail does neither. */
final class ScriptedSmtp implements AutoCloseable {

    /** A reply that ends the connection instead. */
    static final String HANG_UP = "";

    private final ServerSocket listening;
    private final SSLContext tls;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();

    private ScriptedSmtp(ServerSocket listening, SSLContext tls) {
        this.listening = listening;
        this.tls = tls;
    }

    static ScriptedSmtp start(SSLContext tls) throws IOException {
        ScriptedSmtp server = new ScriptedSmtp(new ServerSocket(0, 5, InetAddress.getByName("localhost")), tls);
        Thread thread = new Thread(server::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Says how to reply to lines that begin so, {@code .} for the end of a mail; null for as usual. */
    ScriptedSmtp reply(String begin, String reply) {
        if (reply == null) {
            replies.remove(begin);
        } else {
            replies.put(begin, reply);
        }
        return this;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** What was taken, or would have been, but for the reply to its end. */
    List<String> mails() {
        return mails;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                write(socket, scripted("220", "220 ready"));
                talk(socket);
            } catch (IOException e) {
                // The client, or the test, is through.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String reply = scripted(line, usual(line));
            if (reply.equals(HANG_UP)) {
                return;
            }
            write(socket, reply);
            if (line.startsWith("STARTTLS") && reply.startsWith("220")) {
                SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, port(), true);
                secured.setUseClientMode(false);
                talk(secured);
                return;
            } else if (line.startsWith("DATA") && reply.startsWith("354")) {
                mails.add(content(in));
                String end = scripted(".", "250 taken");
                if (end.equals(HANG_UP)) {
                    return;
                }
                write(socket, end);
            } else if (line.startsWith("QUIT")) {
                return;
            }
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }

    private String scripted(String line, String usual) {
        return replies.entrySet().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
    }

    private String usual(String line) {
        if (line.startsWith("EHLO")) {
            return "250-here" + (tls == null ? "" : "\r\n250-STARTTLS") + "\r\n250 AUTH PLAIN LOGIN";
        } else if (line.startsWith("STARTTLS")) {
            return tls == null ? "502 no" : "220 go";
        } else if (line.startsWith("AUTH")) {
            return "235 welcome";
        } else if (line.startsWith("DATA")) {
            return "354 go on";
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 OK";
    }

    private static void write(Socket socket, String reply) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

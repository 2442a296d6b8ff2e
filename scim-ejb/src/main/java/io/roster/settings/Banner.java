package io.roster.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells the operator, once Roster answers, where it does. Written to the process's own standard output, past the
 * server's log files, because a first password may be part of it.
 */
@Startup
@Singleton
@DependsOn("Start")
@TransactionManagement(TransactionManagementType.BEAN)
public class Banner {
    private static final long EVERY_MILLISECONDS = 250;

    @Resource
    private TimerService timers;

    @Inject
    private Settings settings;

    private final Map<String, String> more = new LinkedHashMap<>();

    @PostConstruct
    void begin() {
        timers.createIntervalTimer(0, EVERY_MILLISECONDS, new TimerConfig(null, false));
    }

    /** Adds a line, such as a password that is shown this once. To be called at start. */
    public void add(String label, String value) {
        more.put(label, value);
    }

    @Timeout
    void showWhenReady(Timer timer) {
        if (answers(settings.httpPort()) && answers(settings.httpsPort())) {
            timer.cancel();
            var console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());
            console.print(text(settings, more));
        }
    }

    /** The server opens its ports after the application has started, which is the last thing to wait for. */
    private boolean answers(int port) {
        try (var socket = new Socket(settings.reachableHost(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    static String text(Settings settings, Map<String, String> more) {
        String base = settings.baseUrl().toString();
        var lines = new LinkedHashMap<String, String>();
        lines.put("Console", base + "/admin/");
        lines.put("SCIM endpoint", base + "/scim/v2");
        lines.putAll(more);
        var text = new StringBuilder(System.lineSeparator())
                .append("Roster is ready.")
                .append(System.lineSeparator());
        lines.forEach((label, value) ->
                text.append(String.format("  %-15s %s", label, value)).append(System.lineSeparator()));
        return text.append(System.lineSeparator()).toString();
    }
}

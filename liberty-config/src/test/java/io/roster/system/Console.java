package io.roster.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The console as an administrator's browser sends its forms, for what only the console can do on every database. */
public final class Console {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("rst_[\\w-]{20,}");

    // Signing in takes a second, by intent.
    private static final Map<RunningRoster, Console> SIGNED_IN = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final RunningRoster roster;

    private Console(RunningRoster roster) {
        this.roster = roster;
    }

    /** Signed in as the first administrator. */
    public static Console of(RunningRoster roster) {
        return SIGNED_IN.computeIfAbsent(roster, server -> {
            Console console = new Console(server);
            console.send("sign-in", Map.of("user", "admin", "password", RunningRoster.ADMIN_PASSWORD));
            return console;
        });
    }

    /**
     * Makes an API token.
     *
     * @param scope READ or WRITE
     * @param userName whose it is to be; empty for nobody's
     * @return a client that sends it
     */
    public ScimClient token(String name, String scope, String userName) {
        String page = page(HttpRequest.newBuilder(roster.uri("/admin/new-token")));
        String answer = send(
                "new-token",
                Map.of(
                        "form_SUBMIT",
                        "1",
                        "form:name",
                        name,
                        "form:person",
                        userName,
                        "form:scope",
                        scope,
                        "form:days",
                        "30",
                        "form:issue",
                        "",
                        "primefaces.nonce",
                        found(NONCE, page).group(1),
                        "jakarta.faces.ViewState",
                        found(VIEW_STATE, page).group(1)));
        return roster.client()
                .with("Authorization", "Bearer " + found(SECRET, answer).group());
    }

    private static Matcher found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher;
    }

    private String send(String page, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return page(HttpRequest.newBuilder(roster.uri("/admin/" + page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private String page(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

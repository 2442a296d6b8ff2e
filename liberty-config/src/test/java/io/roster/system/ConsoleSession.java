package io.roster.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An administrator's own attributes, by the console's forms and without a browser. */
public final class ConsoleSession {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final RunningRoster roster;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private ConsoleSession(RunningRoster roster) {
        this.roster = roster;
    }

    /** Signs in as the first administrator. */
    public static ConsoleSession signedIn(RunningRoster roster) {
        ConsoleSession session = new ConsoleSession(roster);
        session.post("sign-in", Map.of("user", "admin", "password", RunningRoster.ADMIN_PASSWORD));
        return session;
    }

    /**
     * Makes an attribute of people.
     *
     * @param name its name
     * @param type such as STRING
     * @param more further fields of the form, such as {@code form:required}
     */
    public void makeAttribute(String name, String type, Map<String, String> more) {
        Map<String, String> fields = form("attribute");
        fields.putAll(Map.of("form:for", "User", "form:name", name, "form:type", type, "form:save", ""));
        fields.putAll(more);
        String page = post("attribute", fields);
        if (!page.contains("“" + name + "” is ready")) {
            throw new AssertionError("The attribute was not made:\n" + page);
        }
    }

    /** Deletes an attribute of people that nobody has a value of. */
    public void deleteAttribute(String name) {
        String page = get("attributes");
        Matcher button = Pattern.compile(
                        "<button id=\"([^\"]+)\"[^>]*aria-label=\"Delete " + Pattern.quote(name) + "\"")
                .matcher(page);
        if (!button.find()) {
            throw new AssertionError("There is no button that deletes " + name + ":\n" + page);
        }
        Map<String, String> fields = hidden(page);
        fields.put(button.group(1), "");
        String after = post("attributes", fields);
        if (!after.contains("“" + name + "” is deleted")) {
            throw new AssertionError("The attribute was not deleted:\n" + after);
        }
    }

    private Map<String, String> form(String page) {
        return hidden(get(page));
    }

    // Of the form with the id "form" only: the bar at the top has one too.
    private static Map<String, String> hidden(String page) {
        String form = page.substring(page.indexOf("<form id=\"form\""));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private String get(String page) {
        return send(HttpRequest.newBuilder(roster.uri("/admin/" + page)));
    }

    private String post(String page, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(roster.uri("/admin/" + page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

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

/** The console's forms as an administrator sends them, without a browser. */
public final class ConsoleSession {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private final RunningRoster roster;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private ConsoleSession(RunningRoster roster) {
        this.roster = roster;
    }

    /** Signs in as the first administrator. */
    public static ConsoleSession signedIn(RunningRoster roster) {
        ConsoleSession session = new ConsoleSession(roster);
        String page = session.post("sign-in", Map.of("user", "admin", "password", RunningRoster.ADMIN_PASSWORD));
        if (page.contains("action=\"sign-in\"")) {
            throw new AssertionError("Signing in led to the form again:\n" + page);
        }
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
        Map<String, String> fields = hidden(get("attribute"), "form");
        fields.putAll(Map.of("form:for", "User", "form:name", name, "form:type", type, "form:save", ""));
        fields.putAll(more);
        String page = post("attribute", fields);
        if (!deleteButton(name, get("attributes")).find()) {
            throw new AssertionError("The attribute was not made:\n" + page);
        }
    }

    /** Deletes an attribute of people that nobody has a value of. */
    public void deleteAttribute(String name) {
        String page = get("attributes");
        Matcher button = deleteButton(name, page);
        if (!button.find()) {
            throw new AssertionError("There is no button that deletes " + name + ":\n" + page);
        }
        Map<String, String> fields = hidden(page, "form");
        fields.put(button.group(1), "");
        String after = post("attributes", fields);
        if (deleteButton(name, get("attributes")).find()) {
            throw new AssertionError("The attribute was not deleted:\n" + after);
        }
    }

    private static Matcher deleteButton(String name, String page) {
        return Pattern.compile("<button id=\"([^\"]+)\"[^>]*aria-label=\"Delete " + Pattern.quote(name) + "\"")
                .matcher(page);
    }

    /**
     * Sends a form.
     *
     * @param page the page's address below {@code /admin/}
     * @param form the id of the form; its fields have names such as {@code form:name}
     * @param fields the names in the form and the values of what is filled in
     * @param button the name in the form of the button that is pressed
     * @return the page that comes of it
     */
    public String submit(String page, String form, Map<String, String> fields, String button) {
        return submit(page, get(page), form, fields, button);
    }

    /** As above, a form of a page that was got already: one that asks before it does something. */
    public String submit(String page, String shown, String form, Map<String, String> fields, String button) {
        Map<String, String> all = hidden(shown, form);
        Matcher nonce = NONCE.matcher(shown);
        if (nonce.find()) {
            all.put("primefaces.nonce", nonce.group(1));
        }
        fields.forEach((name, value) -> all.put(form + ":" + name, value));
        all.put(form + ":" + button, "");
        return post(page, all);
    }

    /**
     * Changes the services of a selection of people, and says yes when the page asks.
     *
     * @param page {@code bulk} with whom to select
     * @param fields as at {@link #submit}
     */
    public void changeServices(String page, Map<String, String> fields) {
        submit(page, submit(page, "form", fields, "review"), "sure", Map.of(), "start");
    }

    // Of one form only: the bar at the top has others.
    private static Map<String, String> hidden(String page, String id) {
        int start = page.indexOf("<form id=\"" + id + "\"");
        if (start < 0) {
            throw new AssertionError("There is no form " + id + ":\n" + page);
        }
        String form = page.substring(start);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    /** A page, by its address below {@code /admin/}. */
    public String get(String page) {
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
            HttpResponse<String> answer =
                    client.send(request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new AssertionError(answer + "\n" + answer.body());
            }
            return answer.body();
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

package io.roster.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
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

/** The console's forms, as the browser of the administrator {@code admin} sends them. */
final class ConsoleForms {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private final URI console;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private ConsoleForms(Target target) {
        console = URI.create("http://" + target.host() + ":" + target.port() + "/admin/");
    }

    /** Signs in. */
    static ConsoleForms signedIn(Target target, String password) {
        ConsoleForms forms = new ConsoleForms(target);
        forms.post("sign-in", Map.of("user", "admin", "password", password));
        return forms;
    }

    /**
     * Sends a form.
     *
     * @param page its address below the console's
     * @param form the form's id
     * @param fields by their ids
     * @param button the id of the button that is pressed
     * @return the page that comes of it
     */
    String submit(String page, String form, Map<String, String> fields, String button) {
        return submit(page, page(page), form, fields, button);
    }

    /** As above, a form of a page that is shown already: one that asks before it does something. */
    String submit(String page, String shown, String form, Map<String, String> fields, String button) {
        int start = shown.indexOf("<form id=\"" + form + "\"");
        if (start < 0) {
            throw new IllegalStateException("The page " + page + " has no form " + form);
        }
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(shown.substring(start, shown.indexOf("</form>", start)));
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        Matcher nonce = NONCE.matcher(shown);
        if (nonce.find()) {
            all.put("primefaces.nonce", nonce.group(1));
        }
        fields.forEach((field, value) -> all.put(form + ":" + field, value));
        all.put(form + ":" + button, "");
        return post(page, all);
    }

    /** A page, by its address below the console's. */
    String page(String page) {
        return send(HttpRequest.newBuilder(console.resolve(page)));
    }

    private String post(String page, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(console.resolve(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + console, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

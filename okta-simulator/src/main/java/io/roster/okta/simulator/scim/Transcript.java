package io.roster.okta.simulator.scim;

import java.util.regex.Pattern;

/** A request and its answer as text for a person, with the password and the token hidden. */
final class Transcript {
    /** A body of a whole import page would bury the reason. */
    private static final int LONGEST = 4000;

    private static final Pattern PASSWORD = Pattern.compile("(?i)(\"password\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");

    private Transcript() {}

    static String of(ScimAnswer answer) {
        StringBuilder text = new StringBuilder();
        ScimRequest request = answer.request();
        line(text, "> " + request.method() + " " + request.path());
        line(text, "> Authorization: ***");
        request.body().ifPresent(body -> line(text, "> " + hidden(body.toString())));
        line(text, "< " + answer.status());
        answer.headers()
                .map()
                .forEach((name, values) ->
                        values.forEach(value -> line(text, "< " + name + ": " + cookie(name, value))));
        line(text, "< " + hidden(answer.text()));
        return text.toString();
    }

    private static String cookie(String name, String value) {
        return name.equalsIgnoreCase("set-cookie") ? "***" : value;
    }

    private static String hidden(String body) {
        String shown = PASSWORD.matcher(body).replaceAll("$1\"***\"");
        return shown.length() <= LONGEST
                ? shown
                : shown.substring(0, LONGEST) + "… (" + shown.length() + " characters)";
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}

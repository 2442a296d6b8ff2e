package io.roster.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP answer that came in whole. */
record HttpAnswer(int status, byte[] body) {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"totalResults\"\\s*:\\s*(\\d+)");

    /** The answer itself, when it has one of the statuses of success; otherwise the benchmark measures nothing and ends. */
    HttpAnswer expectSuccess(String what) {
        if (status / 100 != 2) {
            throw new IllegalStateException(what + " was answered with " + status + ": " + text());
        }
        return this;
    }

    /** The id of the resource in the body. */
    String id() {
        return first(ID);
    }

    /** How many resources the list has. */
    int totalResults() {
        return Integer.parseInt(first(TOTAL));
    }

    private String first(Pattern pattern) {
        Matcher matcher = pattern.matcher(text());
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in: " + text());
        }
        return matcher.group(1);
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

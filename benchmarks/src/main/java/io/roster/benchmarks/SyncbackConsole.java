package io.roster.benchmarks;

import io.roster.okta.simulator.api.OktaApi;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an administrator does until numbers and extensions are written into Okta. */
final class SyncbackConsole {
    static final String NUMBER = "primaryPhone";
    static final String EXTENSION = "telephonyExtension";

    private static final long FIRST_NUMBER = 498912300000L;
    private static final long FIRST_EXTENSION = 100_000;
    private static final Pattern COUNT = Pattern.compile("<h1>[^<]*<span class=\"count\">([\\d,]+)");

    private final ConsoleForms forms;
    private final Target target;

    SyncbackConsole(ConsoleForms forms, Target target) {
        this.forms = forms;
        this.target = target;
    }

    /** Gives everybody of the console's list a number and an extension. */
    void giveServices(int people) throws InterruptedException {
        String last = "+" + (FIRST_NUMBER + people - 1);
        forms.submit("new-numbers", "one", Map.of("first", "+" + FIRST_NUMBER, "last", last, "region", ""), "add");
        // More than a thousand are added in the background.
        until(() -> count("numbers") >= people);
        String end = Long.toString(FIRST_EXTENSION + people - 1);
        forms.submit(
                "extension-range",
                "form",
                Map.of("name", "Everybody", "first", Long.toString(FIRST_EXTENSION), "last", end),
                "save");
        change(Map.of("action", "ASSIGN_NUMBER", "prefix", "+4989"));
        until(() -> have("phoneNumber") == people);
        Matcher range = Pattern.compile("<option value=\"([^\"]+)\">Everybody").matcher(forms.page("bulk"));
        if (!range.find()) {
            throw new IllegalStateException("There is no range of extensions");
        }
        change(Map.of("action", "ASSIGN_EXTENSION", "range", range.group(1)));
        until(() -> have("extension") == people);
    }

    private void change(Map<String, String> what) {
        forms.submit("bulk", forms.submit("bulk", "form", what, "review"), "sure", Map.of(), "start");
    }

    /** Names an Okta to write to, and how. */
    void connect(OktaApi okta, int share, int concurrency) {
        forms.submit(
                "sync-back-settings",
                "form",
                Map.of("url", okta.base().toString(), "authentication", "API_TOKEN", "token", okta.token()),
                "saveConnection");
        forms.submit("sync-back-settings", "form", Map.of("number", NUMBER, "extension", EXTENSION), "saveAttributes");
        forms.submit(
                "sync-back-rules",
                "form",
                Map.of(
                        "enabled", "on",
                        "interval", "1440",
                        "share", Integer.toString(share),
                        "concurrency", Integer.toString(concurrency),
                        "deactivated", "NOTHING"),
                "save");
    }

    /** Has everybody written. */
    void writeAll() {
        forms.submit("sync-back", "run", Map.of(), "all");
        forms.submit("sync-back", "run", Map.of(), "start");
    }

    /** How many wait to be written. */
    int pending() {
        return count("sync-back?state=pending");
    }

    private int count(String page) {
        Matcher count = COUNT.matcher(forms.page(page));
        if (!count.find()) {
            throw new IllegalStateException("The list does not say how long it is: " + page);
        }
        return Integer.parseInt(count.group(1).replace(",", ""));
    }

    /** Waits. */
    static void until(BooleanSupplier end) throws InterruptedException {
        while (!end.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private int have(String attribute) {
        String filter = "urn:roster:scim:schemas:extension:telephony:2.0:User:" + attribute + "%20pr";
        return target.with(connection -> connection
                .send("GET", Target.USERS + "?count=0&filter=" + filter, null)
                .expectSuccess("counting")
                .totalResults());
    }
}

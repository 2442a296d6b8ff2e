package io.roster.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an administrator does to import from Okta. */
final class ImportConsole {
    private static final String APP = "0oa1simulatedApp0h7";
    private static final String GOING = "data-going=\"yes\"";
    private static final Pattern TAGS = Pattern.compile("<[^>]*>|\\s+");

    private final ConsoleForms forms;

    ImportConsole(ConsoleForms forms) {
        this.forms = forms;
    }

    /** Chooses the org and the app; nothing begins by itself, and whoever is new or matches exactly is confirmed. */
    void connect(SimulatedOkta okta) {
        forms.submit(
                "sync-back-settings",
                "form",
                Map.of("url", okta.url(), "authentication", "API_TOKEN", "token", okta.token()),
                "saveConnection");
        forms.submit(
                "sync-back-rules",
                "form",
                Map.of("interval", "1440", "share", "100", "concurrency", "1", "deactivated", "NOTHING"),
                "save");
        forms.submit(
                "import-settings",
                "schedule",
                Map.of("appId", APP, "fullCron", "0 2 * * *", "incrementalCron", "0 * * * *", "zone", "UTC"),
                "save");
        forms.submit(
                "import-settings",
                "matching",
                Map.of("exactMatch", "emails[type eq \"work\"].value", "confirmExact", "on", "confirmNew", "on"),
                "save");
    }

    /** Imports everybody, and returns when that is done. */
    void importAll() throws InterruptedException {
        forms.submit("import-runs", "run", Map.of(), "full");
        String page = forms.page("import-now");
        while (page.contains(GOING)) {
            TimeUnit.SECONDS.sleep(2);
            page = forms.page("import-now");
        }
        if (!page.contains("Done")) {
            throw new IllegalStateException("The import has not ended well: " + words(page));
        }
    }

    private static String words(String page) {
        Matcher tags = TAGS.matcher(page);
        return tags.replaceAll(" ").replaceAll(" +", " ");
    }
}

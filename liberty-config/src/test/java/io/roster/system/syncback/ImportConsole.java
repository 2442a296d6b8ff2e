package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.ConsoleSession;
import io.roster.system.RunningRoster;
import io.roster.system.Wait;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The console's pages of the import, as an administrator uses them. */
final class ImportConsole {
    static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern RUN = Pattern.compile("import-run\\?id=[^\"]+");
    private static final String APP = "0oa1simulatedApp0h7";

    private final ConsoleSession session;

    private ImportConsole(ConsoleSession session) {
        this.session = session;
    }

    /** Signed in. */
    static ImportConsole of(RunningRoster roster) {
        return new ImportConsole(ConsoleSession.signedIn(roster));
    }

    /** The app of the simulator is chosen, without a schedule. */
    void chooseApp() {
        session.submit(
                "import-settings",
                "schedule",
                Map.of("appId", APP, "fullCron", "0 2 * * *", "incrementalCron", "0 * * * *", "zone", "UTC"),
                "save");
    }

    /** People are matched by their work address; whoever matches exactly or is new is confirmed by itself. */
    void matchByAddress() {
        session.submit(
                "import-settings",
                "matching",
                Map.of(
                        "exactMatch", "emails[type eq \"work\"].value",
                        "partialMatch", "on",
                        "confirmExact", "on",
                        "confirmNew", "on"),
                "save");
    }

    /** Starts a full import. */
    void start() {
        String before = latest();
        session.submit("import-runs", "run", Map.of(), "full");
        // What the pages that follow a run have read may be a second old.
        Wait.until(PATIENCE, () -> !latest().equals(before));
    }

    private String latest() {
        Matcher run = RUN.matcher(now());
        return run.find() ? run.group() : "";
    }

    /** Waits until no run goes on, and sees how the last one ended. */
    void ends(String ending) {
        Wait.until(PATIENCE, () -> now().contains("data-going=\"no\""));
        assertThat(now()).contains(ending);
    }

    /** What the pages say of the run that goes on, or went on last. */
    String now() {
        return session.get("import-now").replaceAll("\\s+", " ");
    }

    /** Confirms all that a list shows, such as {@code import?kind=partial}. */
    void confirm(String list) {
        String page = session.get(list).replace("&amp;", "&");
        int start = page.indexOf("import-decide?decision=confirm");
        assertThat(start).as(page).isPositive();
        session.submit(page.substring(start, page.indexOf('"', start)), "sure", Map.of(), "decide");
    }

    /** Lets the run go on that the safeguard holds. */
    void allow() {
        session.submit("import-held", "form", Map.of(), "allow");
    }

    /** A page, by its address. */
    String get(String page) {
        return session.get(page);
    }
}

package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.ConsoleSession;
import io.roster.system.RunningRoster;
import io.roster.system.Wait;
import java.time.Duration;
import java.util.Map;

/** The console's pages of the import, as an administrator uses them. */
final class ImportConsole {
    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String APP = "0oa1simulatedApp0h7";

    private final ConsoleSession session;

    private ImportConsole(ConsoleSession session) {
        this.session = session;
    }

    /** Signed in, with the app of the simulator chosen and no schedule. */
    static ImportConsole of(RunningRoster roster) {
        ImportConsole console = new ImportConsole(ConsoleSession.signedIn(roster));
        console.session.submit(
                "import-settings",
                "schedule",
                Map.of("appId", APP, "fullCron", "0 2 * * *", "incrementalCron", "0 * * * *", "zone", "UTC"),
                "save");
        return console;
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
        session.submit("import-runs", "run", Map.of(), "full");
    }

    /** Waits until no run goes on, and sees how the last one ended. */
    void ends(String ending) {
        Wait.until(PATIENCE, () -> session.get("import-now").contains("data-going=\"no\""));
        assertThat(session.get("import-now")).contains(ending);
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

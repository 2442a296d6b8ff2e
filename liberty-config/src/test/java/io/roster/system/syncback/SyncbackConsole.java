package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.api.OktaApi;
import io.roster.system.ConsoleSession;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an administrator does in the console to get numbers and extensions to people, and from there into Okta. */
final class SyncbackConsole {
    /** The attribute in Okta that gets the number. */
    static final String NUMBER = "primaryPhone";

    /** The attribute in Okta that gets the extension. */
    static final String EXTENSION = "telephonyExtension";

    private static final Pattern NEXT_KEY =
            Pattern.compile("<input(?=[^>]*name=\"form:nextKey\")[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String FIRST_NUMBER = "+498912340000";
    private static final long FIRST_EXTENSION = 20_000;

    /** How many characters of a number name its town: enough to tell the numbers of one test from those of others. */
    private static final int PREFIX = 5;

    private final RunningRoster roster;
    private final ConsoleSession session;

    private SyncbackConsole(RunningRoster roster) {
        this.roster = roster;
        this.session = ConsoleSession.signedIn(roster);
    }

    /** Signed in. */
    static SyncbackConsole of(RunningRoster roster) {
        return new SyncbackConsole(roster);
    }

    /** Tells Roster where Okta is and what is written there. */
    void connect(OktaApi okta) {
        session.submit(
                "sync-back-settings",
                "form",
                Map.of("url", okta.base().toString(), "authentication", "API_TOKEN", "token", okta.token()),
                "saveConnection");
        writeNumbersTo(NUMBER);
    }

    /** The same with a service app, for which Roster makes a key. */
    void connect(OktaApi okta, String clientId) {
        session.submit(
                "sync-back-settings",
                "form",
                Map.of("url", okta.base().toString(), "authentication", "SERVICE_APP", "clientId", clientId),
                "saveConnection");
        writeNumbersTo(NUMBER);
    }

    /** Says which attribute gets the number. */
    void writeNumbersTo(String attribute) {
        session.submit(
                "sync-back-settings", "form", Map.of("number", attribute, "extension", EXTENSION), "saveAttributes");
    }

    /** Makes the service app's next key and uses it; the page that comes of it. */
    String rotateKey() {
        String page = session.submit("sync-back-settings", "form", Map.of(), "makeKey");
        Matcher next = NEXT_KEY.matcher(page);
        assertThat(next.find()).as(page).isTrue();
        return session.submit("sync-back-settings", "form", Map.of("nextKey", next.group(1)), "useKey");
    }

    /** Lets runs be started, by the administrator alone; they may use all of Okta's rate limit. */
    void switchOn() {
        session.submit("sync-back-rules", "form", rules("enabled", "on"), "save");
    }

    void switchOff() {
        session.submit("sync-back-rules", "form", rules("unsuspends", ""), "save");
    }

    private static Map<String, String> rules(String name, String value) {
        return Map.of(name, value, "interval", "1440", "share", "100", "concurrency", "10", "deactivated", "NOTHING");
    }

    /** Starts runs until something is so. The server may be gone by then. */
    void writeUntil(BooleanSupplier end) {
        until(
                () -> {
                    try {
                        session.submit("sync-back", "run", Map.of(), "start");
                    } catch (IllegalStateException | AssertionError e) {
                        // Who is being killed may still look alive.
                        pause();
                        if (roster.isRunning()) {
                            throw e;
                        }
                    }
                    return end.getAsBoolean();
                },
                "sync-back");
    }

    /** Whether of the people whose user names begin so nobody's services wait to be written, nor are refused for good. */
    boolean isDone(String userNames) {
        String queue = session.get("sync-back?q=" + userNames);
        assertThat(queue).contains("value=\"" + userNames + '"');
        return !queue.contains("\"person?id=");
    }

    /** Gives each of the people whose user names begin so a number and an extension. */
    void giveServices(String userNames, int people) {
        giveNumbers(userNames, people, FIRST_NUMBER);
        giveExtensions(userNames, people, FIRST_EXTENSION);
    }

    /** Gives each of them a number, from this one on. */
    void giveNumbers(String userNames, int people, String first) {
        String last = "+" + (Long.parseLong(first.substring(1)) + people - 1);
        session.submit("new-numbers", "one", Map.of("first", first, "last", last, "region", ""), "add");
        Map<String, String> assign = Map.of("action", "ASSIGN_NUMBER", "prefix", first.substring(0, PREFIX));
        session.changeServices("bulk?q=" + userNames, assign);
        untilAllHave("phoneNumber", userNames, people);
    }

    /** Gives each of them an extension, from this one on. */
    void giveExtensions(String userNames, int people, long first) {
        String last = String.valueOf(first + people - 1);
        session.submit("extension-range", "form", Map.of("name", userNames, "first", "" + first, "last", last), "save");
        String bulk = "bulk?q=" + userNames;
        Matcher range = Pattern.compile("<option value=\"([^\"]+)\">" + Pattern.quote(userNames))
                .matcher(session.get(bulk));
        assertThat(range.find()).isTrue();
        session.changeServices(bulk, Map.of("action", "ASSIGN_EXTENSION", "range", range.group(1)));
        untilAllHave("extension", userNames, people);
    }

    private void untilAllHave(String attribute, String userNames, int people) {
        ScimClient client = roster.client();
        String filter = "userName sw \"" + userNames + "\" and " + Samples.TELEPHONY_SCHEMA + ":" + attribute + " pr";
        until(
                () -> client.get("/Users?count=0&filter=" + ScimClient.encode(filter))
                                .total()
                        == people,
                attribute);
    }

    private static void until(BooleanSupplier end, String what) {
        for (Instant late = Instant.now().plus(PATIENCE); !end.getAsBoolean(); ) {
            assertThat(Instant.now()).as(what).isBefore(late);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

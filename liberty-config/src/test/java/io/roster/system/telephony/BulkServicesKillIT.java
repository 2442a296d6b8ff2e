package io.roster.system.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.ConsoleSession;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is killed while it gives many people a licence, and while it frees those of leavers: it goes on, once each. */
class BulkServicesKillIT {
    private static final int PEOPLE = 300;
    private static final int SOME = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String prefix = Names.unique("bulkservices");
    private final String license = "x" + Integer.toHexString(prefix.hashCode());
    private final String holders = Samples.TELEPHONY_SCHEMA + ":licenses[value eq \"" + license + "\"]";

    @ParameterizedTest
    @EnumSource(SharedRoster.class)
    void everybodyIsTreatedOnce(SharedRoster database) {
        RunningRoster roster = database.toKill();
        ConsoleSession console = ConsoleSession.signedIn(roster);
        console.submit("license", "form", Map.of("name", license, "id", license), "save");
        List<String> ids =
                bulk(roster, i -> """
                    {"method":"POST","bulkId":"b%1$d","path":"/Users","data":%2$s}\
                    """.formatted(i, Samples.user(prefix + "-" + i, "\"active\":true"))).stream()
                        .map(answer -> answer.getString("location").replaceFirst(".*/", ""))
                        .toList();

        CompletableFuture<Void> killer = killWhen(roster, () -> count(roster) >= SOME);
        Map<String, String> fields = Map.of("action", "ASSIGN_LICENSE", "license", license);
        cutOff(() -> console.submit("bulk?q=" + prefix, "form", fields, "start"));
        killer.join();
        roster.start();
        assertThat(count(roster)).isBetween(SOME, PEOPLE - 1);
        ConsoleSession again = ConsoleSession.signedIn(roster);
        Matcher work = Pattern.compile("work\\?id=([0-9a-f-]{36})").matcher(again.get("works"));
        assertThat(work.find()).isTrue();
        until(() -> again.get(work.group()).contains("Everybody is through"));
        assertThat(count(roster)).isEqualTo(PEOPLE);
        // Made and changed once each: nobody was treated before and after the kill.
        assertThat(versions(roster)).containsOnly("W/\"2");
        assertThat(again.get(work.group()).replaceAll("<[^>]*>|\\s+", " ")).containsPattern("Done\\s+" + PEOPLE);

        whoLeavesIsFreedAndComesBack(roster, again, ids);
    }

    private void whoLeavesIsFreedAndComesBack(RunningRoster roster, ConsoleSession console, List<String> ids) {
        activate(roster, ids, false);
        assertThat(count(roster)).as("kept until a policy frees it").isEqualTo(PEOPLE);
        CompletableFuture<Void> killer = killWhen(roster, () -> count(roster) <= PEOPLE - SOME);
        free(console, "30");
        killer.join();
        roster.start();
        assertThat(count(roster)).as("killed on the way").isBetween(1, PEOPLE - SOME);
        // Another policy starts the job anew, as its timer does within ten minutes.
        free(ConsoleSession.signedIn(roster), "31");
        until(() -> count(roster) == 0);
        activate(roster, ids, true);
        assertThat(count(roster)).isEqualTo(PEOPLE);
        // Created, assigned, deactivated, freed, reactivated, given back.
        assertThat(versions(roster)).containsOnly("W/\"6");
    }

    private static void free(ConsoleSession console, String daysForNumbers) {
        Map<String, String> fields = Map.of(
                "row:0:freed", "true",
                "row:0:days", daysForNumbers,
                "row:1:freed", "false",
                "row:1:days", "30",
                "row:2:freed", "true",
                "row:2:days", "0");
        String asked = console.submit("policies", "form", fields, "save");
        assertThat(asked).contains("Saving frees");
        cutOff(() -> console.submit("policies", asked, "form", fields, "confirm"));
    }

    // The server may be gone before it has answered; what counts is what it has stored.
    private static void cutOff(Runnable request) {
        try {
            request.run();
        } catch (AssertionError | IllegalStateException e) {
            assertThat(e).hasMessageMatching("(?s).*(500|EOF|received no bytes|reset|refused|closed).*");
        }
    }

    private static void activate(RunningRoster roster, List<String> ids, boolean active) {
        bulk(roster, i -> """
            {"method":"PATCH","path":"/Users/%s","data":{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","value":{"active":%s}}]}}\
            """.formatted(ids.get(i), active));
    }

    private static List<JsonObject> bulk(RunningRoster roster, IntFunction<String> operation) {
        String operations = IntStream.range(0, PEOPLE).mapToObj(operation).collect(Collectors.joining(","));
        Answer answer = roster.client().post("/Bulk", """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}\
            """.formatted(operations));
        return answer.is(200).json().getJsonArray("Operations").getValuesAs(JsonObject.class);
    }

    private int count(RunningRoster roster) {
        return roster.client()
                .get("/Users?count=0&filter=" + ScimClient.encode(holders))
                .total();
    }

    // Without what the ETag says of groups.
    private List<String> versions(RunningRoster roster) {
        return roster
                .client()
                .get("/Users?count=" + PEOPLE + "&filter=" + ScimClient.encode(holders))
                .json()
                .getJsonArray("Resources")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(person -> person.getJsonObject("meta").getString("version").replaceFirst("[.].*", ""))
                .toList();
    }

    private static CompletableFuture<Void> killWhen(RunningRoster roster, BooleanSupplier due) {
        return CompletableFuture.runAsync(() -> {
            until(due);
            roster.kill();
        });
    }

    private static void until(BooleanSupplier due) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!due.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.onSpinWait();
        }
    }
}

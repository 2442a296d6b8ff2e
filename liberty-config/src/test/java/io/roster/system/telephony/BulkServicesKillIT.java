package io.roster.system.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.ConsoleSession;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Wait;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is killed while it gives many people a licence: it goes on, once each. */
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
        people(roster);

        CompletableFuture<Void> killer = killWhen(roster, () -> count(roster) >= SOME);
        Map<String, String> fields = Map.of("action", "ASSIGN_LICENSE", "license", license);
        cutOff(() -> console.changeServices("bulk?q=" + prefix, fields));
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
    }

    // The server may be gone before it has answered; what counts is what it has stored.
    private static void cutOff(Runnable request) {
        try {
            request.run();
        } catch (AssertionError | IllegalStateException e) {
            assertThat(e).hasMessageMatching("(?s).*(500|EOF|received no bytes|reset|refused|closed).*");
        }
    }

    private void people(RunningRoster roster) {
        String operations = IntStream.range(0, PEOPLE)
                .mapToObj(i -> "{\"method\":\"POST\",\"bulkId\":\"b%d\",\"path\":\"/Users\",\"data\":%s}"
                        .formatted(i, Samples.user(prefix + "-" + i, "\"active\":true")))
                .collect(Collectors.joining(","));
        roster.client().post("/Bulk", """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}\
            """.formatted(operations)).is(200);
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
        Wait.until(PATIENCE, due);
    }
}

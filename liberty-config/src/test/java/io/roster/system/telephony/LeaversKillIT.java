package io.roster.system.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.system.ConsoleSession;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import io.roster.system.Wait;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The server is killed as it frees leavers' numbers and as it gives one back: within the transaction of one person, when
 * all is written but the row of the outbox, which the test has locked.
 */
class LeaversKillIT {
    private static final int PEOPLE = 12;
    private static final int FREED = 5;
    private static final String NUMBERS = "+4930231265";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String prefix = Names.unique("leaverskill");
    private final RunningRoster roster = SharedRoster.POSTGRESQL.toKill();
    private final Tables tables = Tables.ofKilled();

    @AfterEach
    void othersKeepWhatTheyHave() {
        SharedRoster.POSTGRESQL.toKill();
        policies("false", "30");
    }

    @Test
    void whatTheKilledTransactionDidIsUndoneAndDoneOnceAfterwards() throws Exception {
        List<String> ids = peopleWithNumbers();
        Map<String, String> before = numbers();
        activate(ids, false);

        killWithin(ids.get(FREED), () -> policies("true", "30"), () -> numbers().size() == PEOPLE - FREED);
        assertThat(numbers().keySet()).containsExactlyInAnyOrderElementsOf(ids.subList(FREED, PEOPLE));
        assertThat(requests(ids.subList(0, FREED))).containsOnly(2L);
        assertThat(requests(ids.subList(FREED, PEOPLE))).containsOnly(1L);

        roster.start();
        // A changed policy starts the job anew, as its timer does within ten minutes.
        policies("true", "31");
        until(() -> numbers().isEmpty());
        assertThat(requests(ids)).containsOnly(2L);

        String back = ids.get(FREED);
        CompletableFuture<Void> request = new CompletableFuture<>();
        killWithin(
                back,
                () -> CompletableFuture.runAsync(() -> activate(List.of(back), true))
                        .whenComplete((done, cut) -> request.completeExceptionally(cut)),
                () -> true);
        assertThatThrownBy(request::join).hasRootCauseInstanceOf(IOException.class);
        assertThat(tables.rows("select id from person where id = ? and active", back))
                .isEmpty();
        assertThat(numbers()).isEmpty();

        roster.start();
        activate(ids, true);
        assertThat(numbers()).isEqualTo(before);
        assertThat(requests(ids)).containsOnly(3L);
        assertThat(tables.rows(
                        "select resource_id from audit_event where action = 'SERVICES_CHANGED' and resource_id in"
                                + " (select id from person where user_name like ?)",
                        prefix + "%"))
                .as("assigned, freed and given back, once each")
                .hasSize(3 * PEOPLE);
    }

    private void killWithin(String person, Runnable work, BooleanSupplier reached) throws SQLException {
        try (Connection held = tables.holding("select requested from outbox where person_id = ?", person)) {
            work.run();
            until(() -> reached.getAsBoolean() && waits());
            roster.kill();
            held.rollback();
        }
        // What the killed server's connection was waiting for, it gets, and then it finds nobody to answer.
        until(() -> !waits());
        tables.holding("select requested from outbox where person_id = ?", person)
                .close();
    }

    private boolean waits() {
        return !tables.rows("select pid from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query like '%update outbox%'")
                .isEmpty();
    }

    private List<String> peopleWithNumbers() {
        ConsoleSession console = ConsoleSession.signedIn(roster);
        Map<String, String> range = Map.of("first", NUMBERS + "0", "last", "+49302312661", "region", "");
        console.submit("new-numbers", "one", range, "add");
        List<String> ids = bulk(PEOPLE, i -> """
            {"method":"POST","bulkId":"b%1$d","path":"/Users","data":%2$s}\
            """.formatted(
                        i, Samples.user(prefix + "-" + i, "\"active\":true,\"externalId\":\"00u" + prefix + i + "\"")))
                .stream()
                .map(made -> made.getString("location").replaceFirst(".*/", ""))
                .toList();
        console.changeServices("bulk?q=" + prefix, Map.of("action", "ASSIGN_NUMBER", "prefix", "+493023126"));
        until(() -> numbers().size() == PEOPLE);
        assertThat(requests(ids)).containsOnly(1L);
        return ids;
    }

    private void policies(String numbersFreed, String daysOfExtensions) {
        ConsoleSession console = ConsoleSession.signedIn(roster);
        Map<String, String> fields = Map.of(
                "row:0:freed",
                numbersFreed,
                "row:0:days",
                "0",
                "row:1:freed",
                numbersFreed,
                "row:1:days",
                daysOfExtensions,
                "row:2:freed",
                "false",
                "row:2:days",
                "30");
        String asked = console.submit("policies", "form", fields, "save");
        if (asked.contains("Saving frees")) {
            console.submit("policies", asked, "form", fields, "confirm");
        }
    }

    private void activate(List<String> ids, boolean active) {
        bulk(ids.size(), i -> """
            {"method":"PATCH","path":"/Users/%s","data":{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","value":{"active":%s}}]}}\
            """.formatted(ids.get(i), active));
    }

    private List<JsonObject> bulk(int count, IntFunction<String> operation) {
        String operations = IntStream.range(0, count).mapToObj(operation).collect(Collectors.joining(","));
        return roster.client()
                .post("/Bulk", """
                    {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}\
                    """.formatted(operations))
                .is(200)
                .json()
                .getJsonArray("Operations")
                .getValuesAs(JsonObject.class);
    }

    private Map<String, String> numbers() {
        return tables
                .rows(
                        "select n.person_id, n.number from phone_number n join person p on p.id = n.person_id"
                                + " where p.user_name like ?",
                        prefix + "%")
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("person_id"), row -> (String) row.get("number")));
    }

    private List<Object> requests(List<String> ids) {
        return ids.stream()
                .map(id -> tables.rows("select requested from outbox where person_id = ?", id)
                        .get(0)
                        .get("requested"))
                .toList();
    }

    private static void until(BooleanSupplier due) {
        Wait.until(PATIENCE, due);
    }
}

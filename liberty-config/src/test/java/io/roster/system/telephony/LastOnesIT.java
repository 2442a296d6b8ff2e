package io.roster.system.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.ConsoleSession;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import io.roster.system.Wait;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two servers on one database give the next free one to different people at the same time, until there is none left. */
class LastOnesIT {
    private static final int FREE = 30;

    // Those of both are more than there are.
    private static final int PEOPLE_OF_ONE = 18;
    private static final int BY_HAND = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String prefix = Names.unique("lastones");
    private final Tables tables = Tables.ofShared();
    private final List<RunningRoster> servers = List.of(SharedRoster.POSTGRESQL.server(), SharedRoster.second());
    private final List<ConsoleSession> consoles =
            servers.stream().map(ConsoleSession::signedIn).toList();

    @Test
    void noNumberIsGivenTwiceByBulkWorkAndPages() {
        Map<String, String> range = Map.of("first", "+49302312600", "last", "+49302312629", "region", "");
        consoles.get(0).submit("new-numbers", "one", range, "add");
        List<List<String>> byHand = List.of(people("hand0", BY_HAND), people("hand1", BY_HAND));
        race(Map.of("action", "ASSIGN_NUMBER", "prefix", "+493023126"), i -> byHand.get(i)
                .forEach(person -> consoles.get(i).submit(page(person), "form", Map.of(), "next")));
        eachIsSomebodysAndNobodyHasTwo("phone_number", "number", "+493023126%", "phoneNumber");
        String late = people("late", 1).get(0);
        consoles.forEach(console -> assertThat(console.get(page(late))).contains("No free number"));
    }

    @Test
    void noExtensionIsGivenTwice() {
        Map<String, String> range = Map.of("name", prefix, "first", "7712600", "last", "7712629");
        consoles.get(0).submit("extension-range", "form", range, "save");
        people("for-the-form", 1);
        Matcher id = Pattern.compile("<option value=\"([^\"]+)\">" + Pattern.quote(prefix))
                .matcher(consoles.get(0).get("bulk?q=" + prefix));
        assertThat(id.find()).isTrue();
        race(Map.of("action", "ASSIGN_EXTENSION", "range", id.group(1)), i -> {});
        eachIsSomebodysAndNobodyHasTwo("extension_number", "extension", "77126%", "extension");
    }

    private static String page(String person) {
        return "assign?kind=number&person=" + person + "&q=" + ScimClient.encode("+49 30 23126");
    }

    // On each server bulk work, and while that is under way what an administrator does by hand.
    private void race(Map<String, String> bulk, IntConsumer byHand) {
        IntStream.range(0, servers.size()).forEach(i -> people("bulk" + i, PEOPLE_OF_ONE));
        List<CompletableFuture<Void>> both = IntStream.range(0, servers.size())
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    consoles.get(i).changeServices("bulk?q=" + prefix + "-bulk" + i, bulk);
                    byHand.accept(i);
                }))
                .toList();
        both.forEach(CompletableFuture::join);
        Wait.until(PATIENCE, () -> works("state = 'RUNNING'").isEmpty());
        List<String> refused = works("refused > 0");
        assertThat(works("done > 0")).as("both servers gave some").hasSize(2);
        assertThat(refused).isNotEmpty();
        assertThat(consoles.get(0).get("work?id=" + refused.get(0) + "&outcome=refused"))
                .contains("None is free there.");
    }

    private List<String> works(String condition) {
        return tables
                .rows(
                        "select id from bulk_work w where " + condition + " and exists (select 1 from bulk_person b"
                                + " join person p on p.id = b.person_id where b.work_id = w.id and p.user_name like ?)",
                        prefix + "%")
                .stream()
                .map(row -> (String) row.get("id"))
                .toList();
    }

    private void eachIsSomebodysAndNobodyHasTwo(String table, String column, String like, String attribute) {
        Map<String, String> holders =
                tables.rows("select * from " + table + " where " + column + " like ?", like).stream()
                        .filter(row -> row.get("person_id") != null)
                        .collect(Collectors.toMap(
                                row -> (String) row.get("person_id"), row -> (String) row.get(column)));
        assertThat(holders).hasSize(FREE);
        assertThat(holders.values()).doesNotHaveDuplicates();
        for (RunningRoster server : servers) {
            String filter = "userName sw \"" + prefix + "\" and " + Samples.TELEPHONY_SCHEMA + ":" + attribute + " pr";
            Map<String, String> told = server
                    .client()
                    .get("/Users?count=100&filter=" + ScimClient.encode(filter))
                    .json()
                    .getJsonArray("Resources")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .collect(Collectors.toMap(
                            person -> person.getString("id"), person -> person.getJsonObject(Samples.TELEPHONY_SCHEMA)
                                    .getString(attribute)));
            assertThat(told).isEqualTo(holders);
        }
    }

    private List<String> people(String group, int count) {
        String operations = IntStream.range(0, count)
                .mapToObj(i -> "{\"method\":\"POST\",\"bulkId\":\"b%d\",\"path\":\"/Users\",\"data\":%s}"
                        .formatted(i, Samples.user(prefix + "-" + group + "-" + i, "\"active\":true")))
                .collect(Collectors.joining(","));
        return servers
                .get(0)
                .client()
                .post("/Bulk", """
                    {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}\
                    """.formatted(operations))
                .is(200)
                .json()
                .getJsonArray("Operations")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(made -> made.getString("location").replaceFirst(".*/", ""))
                .toList();
    }
}

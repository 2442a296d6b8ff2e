package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.system.ConsoleSession;
import io.roster.system.RunningRoster;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Wait;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A directory that is there already is adopted by an import: those with Okta's address, those whom an administrator
 * confirms since only their names are equal, and whoever is new, with nobody deleted and every number kept. An import that
 * would deactivate 30 % is held until an administrator lets it go on.
 */
class ImportIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String APP = "0oa1simulatedApp0h7";
    private static final int PEOPLE = 160;
    private static final int SAME_ADDRESS = 60;
    private static final int SAME_NAME = 20;
    private static final int LEAVING = 48;

    @ParameterizedTest
    @EnumSource(SharedRoster.class)
    void aDirectoryIsAdoptedAndALossIsHeld(SharedRoster database) throws Exception {
        try (RunningRoster roster = database.prepare("imported").start();
                OktaOrg org = OktaOrg.at(URI.create("http://localhost:1/scim/v2"))
                        .seed(21)
                        .open();
                OktaApi okta = OktaApi.of(org).unlimited().start(0)) {
            org.hire(PEOPLE);
            ScimClient scim = roster.client();
            directory(scim, org.people());
            SyncbackConsole syncback = SyncbackConsole.of(roster);
            syncback.connect(okta);
            syncback.giveNumbers("old", SAME_ADDRESS + SAME_NAME, "+498912340000");
            String numbers = numbers(scim);
            ConsoleSession console = ConsoleSession.signedIn(roster);
            settings(console);

            run(console, "Done");
            assertThat(scim.filter("/Users", "externalId pr").total()).isEqualTo(PEOPLE - SAME_NAME);
            assertThat(console.get("import?kind=partial")).contains("are equal");
            confirm(console, "import?kind=partial");
            Wait.until(PATIENCE, () -> scim.filter("/Users", "externalId pr").total() == PEOPLE);
            assertThat(scim.get("/Users?count=0").total()).isEqualTo(PEOPLE);
            assertThat(numbers(scim)).isEqualTo(numbers);

            String people = versions(scim);
            run(console, "Done");
            assertThat(versions(scim)).as("nothing changed, nothing written").isEqualTo(people);

            List<Person> present = org.people();
            present.subList(0, LEAVING).forEach(person -> org.want(person.with(Assignment.UNASSIGNED)));
            run(console, "Held by the safeguard");
            assertThat(console.get("people")).contains("48 ÷ 160");
            assertThat(console.get("import-runs")).doesNotContain("run:full");
            assertThat(scim.filter("/Users", "active eq true").total()).isEqualTo(PEOPLE);
            console.submit("import-held", "form", Map.of(), "allow");
            Wait.until(PATIENCE, () -> scim.filter("/Users", "active eq true").total() == PEOPLE - LEAVING);
            assertThat(scim.get("/Users?count=0").total()).isEqualTo(PEOPLE);
            assertThat(numbers(scim)).isEqualTo(numbers);
            assertThat(roster.log()).doesNotContain(okta.token());
        }
    }

    /** Half of Okta's people are here already, under names of the old directory's. */
    private static void directory(ScimClient scim, List<Person> people) {
        for (int i = 0; i < SAME_ADDRESS + SAME_NAME; i++) {
            var name = people.get(i).profile().getJsonObject("name");
            String address = i < SAME_ADDRESS ? people.get(i).userName() : "old" + i + "@elsewhere.example";
            scim.post("/Users", """
                    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"old%d","active":true,
                     "name":%s,"emails":[{"type":"work","value":"%s"}]}\
                    """.formatted(i, name, address)).is(201);
        }
    }

    private static void settings(ConsoleSession console) {
        console.submit(
                "import-settings",
                "schedule",
                Map.of("appId", APP, "fullCron", "0 2 * * *", "incrementalCron", "0 * * * *", "zone", "UTC"),
                "save");
        console.submit(
                "import-settings",
                "matching",
                Map.of(
                        "exactMatch",
                        "emails[type eq \"work\"].value",
                        "partialMatch",
                        "on",
                        "confirmExact",
                        "on",
                        "confirmNew",
                        "on"),
                "save");
    }

    private static void run(ConsoleSession console, String ending) {
        console.submit("import-runs", "run", Map.of(), "full");
        Wait.until(PATIENCE, () -> console.get("import-now").contains("data-going=\"no\""));
        assertThat(console.get("import-now")).contains(ending);
    }

    private static void confirm(ConsoleSession console, String list) {
        String address = console.get(list).replace("&amp;", "&");
        int start = address.indexOf("import-decide?decision=confirm");
        assertThat(start).as(address).isPositive();
        console.submit(address.substring(start, address.indexOf('"', start)), "sure", Map.of(), "decide");
    }

    /** Who has which number. */
    private static String numbers(ScimClient scim) {
        String filter = "urn:roster:scim:schemas:extension:telephony:2.0:User:phoneNumber pr";
        return scim.get("/Users?count=200&attributes=id,phoneNumbers&filter=" + ScimClient.encode(filter))
                .at("/Resources")
                .toString()
                .replaceAll("\"(meta|schemas)\":[\\[{][^\\]}]*[\\]}],?", "");
    }

    private static String versions(ScimClient scim) {
        return scim.get("/Users?count=200&attributes=id,meta").at("/Resources").toString();
    }
}

package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.system.RunningRoster;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Wait;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A directory that is there already is adopted by an import: those with Okta's address, those whom an administrator
 * confirms since only their names are equal, and whoever is new, with nobody deleted and every number kept. An import that
 * would deactivate 30 % is held until an administrator lets it go on.
 */
class ImportIT {
    /** More, where there is time for it: {@code -Dimport.people=5000}. */
    private static final int PEOPLE = Integer.getInteger("import.people", 160);

    private static final int SAME_ADDRESS = PEOPLE * 3 / 8;
    private static final int SAME_NAME = PEOPLE / 8;
    private static final int LEAVING = PEOPLE * 3 / 10;

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
            ImportConsole console = ImportConsole.of(roster);
            console.matchByAddress();

            console.start();
            console.ends("Done");
            assertThat(scim.filter("/Users", "externalId pr").total()).isEqualTo(PEOPLE - SAME_NAME);
            assertThat(console.get("import?kind=partial")).contains("are equal");
            console.confirm("import?kind=partial");
            Wait.until(
                    ImportConsole.PATIENCE,
                    () -> scim.filter("/Users", "externalId pr").total() == PEOPLE);
            assertThat(scim.get("/Users?count=0").total()).isEqualTo(PEOPLE);
            assertThat(numbers(scim)).isEqualTo(numbers);

            String people = versions(scim);
            console.start();
            console.ends("Done");
            assertThat(versions(scim)).as("nothing changed, nothing written").isEqualTo(people);

            List<Person> present = org.people();
            present.subList(0, LEAVING).forEach(person -> org.want(person.with(Assignment.UNASSIGNED)));
            console.start();
            console.ends("Held by the safeguard");
            assertThat(console.get("people")).contains(String.format(Locale.ROOT, "%,d ÷ %,d", LEAVING, PEOPLE));
            assertThat(console.get("import-runs")).doesNotContain("run:full");
            assertThat(scim.filter("/Users", "active eq true").total()).isEqualTo(PEOPLE);
            console.allow();
            Wait.until(
                    ImportConsole.PATIENCE,
                    () -> scim.filter("/Users", "active eq true").total() == PEOPLE - LEAVING);
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

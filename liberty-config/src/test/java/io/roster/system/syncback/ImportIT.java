package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.fault.Fault;
import io.roster.okta.simulator.fault.FaultRule;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.system.Breakpoint;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import io.roster.system.Wait;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A directory that is there already is adopted by an import: those with Okta's address, those whom an administrator
 * confirms since only their names are equal, and whoever is new, with nobody deleted and every number kept. Okta has bad
 * days meanwhile. An import that would deactivate 30 % is held until an administrator lets it go on. In each step the
 * server is killed within a transaction, and the run goes on where it was.
 */
class ImportIT {
    private static final int LEAVING = AdoptedDirectory.IN_OKTA * 3 / 10;
    private static final int EVERYBODY = AdoptedDirectory.PEOPLE + AdoptedDirectory.NEW;
    private static final int GROUPS = 3;
    private static final String LINKED = "externalId pr";
    private static final String ACTIVE = "active eq true";

    private OktaOrg org;
    private OktaApi okta;
    private RunningRoster roster;
    private AdoptedDirectory directory;
    private ImportConsole console;

    @ParameterizedTest
    @EnumSource(SharedRoster.class)
    void aDirectoryIsAdoptedAndALossIsHeldWhateverGoesWrong(SharedRoster database) throws Exception {
        try (RunningRoster server = database.prepare("imported").with("ROSTER_IMPORT_PATIENCE_MINUTES", "1");
                OktaOrg people = OktaOrg.at(URI.create("http://localhost:1/scim/v2"))
                        .seed(21)
                        .open();
                OktaApi api = OktaApi.of(people).unlimited().start(0)) {
            roster = server;
            org = people;
            okta = api;
            AdoptedDirectory.hire(org);
            org.found(GROUPS);
            okta.appGroups().assign(org.groups(Mapping.PUSHED));
            okta.faults().shortness(AdoptedDirectory.IN_OKTA / 4);
            okta.faults().add(FaultRule.always(Fault.SHORT).on("GET", BadDays.USERS));
            isAdoptedByARunThatIsKilledInTheFirstSteps();
            try (Breakpoint held = Breakpoint.of(roster, "io.roster.imports.ImportHeldMail", "held", 1)) {
                start();
                isAdopted();
                if (database == SharedRoster.POSTGRESQL) {
                    new BadDays(org, okta, console, directory).all();
                }
                List<Person> assigned = org.people();
                assigned.subList(0, LEAVING).forEach(person -> org.want(person.with(Assignment.UNASSIGNED)));
                console.start();
                held.kill(ImportConsole.PATIENCE);
            }
            start();
            isHeldUntilAllowed();
            assertThat(roster.log()).doesNotContain(okta.token());
        }
    }

    private void start() {
        roster.start();
        console = ImportConsole.of(roster);
        directory = new AdoptedDirectory(org, roster.client());
    }

    private void isAdoptedByARunThatIsKilledInTheFirstSteps() throws Exception {
        AtomicInteger firstPages = new AtomicInteger();
        okta.hooks().before(request -> {
            if (request.path().equals(BadDays.USERS)
                    && request.query().get("after").isEmpty()) {
                firstPages.incrementAndGet();
            }
        });
        // Two pages are stored, the second one not committed.
        try (Breakpoint fetching = Breakpoint.of(roster, "io.roster.imports.ImportPageWriter", "count", 2)) {
            start();
            directory.make();
            SyncbackConsole syncback = SyncbackConsole.of(roster);
            syncback.connect(okta);
            syncback.giveNumbers("old", AdoptedDirectory.PEOPLE, "+498912340000");
            console.chooseApp();
            console.matchByAddress();
            console.start();
            fetching.kill(ImportConsole.PATIENCE);
        }
        try (Breakpoint matching = Breakpoint.of(roster, "io.roster.imports.CandidateRowsWriter", "members", 2)) {
            roster.start();
            matching.kill(ImportConsole.PATIENCE);
        }
        int half = AdoptedDirectory.SAME_ADDRESS / 2;
        try (Breakpoint applying = Breakpoint.of(roster, "io.roster.imports.ApplicationWriter", "count", half)) {
            roster.start();
            applying.kill(ImportConsole.PATIENCE);
        }
        assertThat(firstPages).as("what was read is not read again").hasValue(1);
    }

    private void isAdopted() {
        console.ends("Done");
        int certain = AdoptedDirectory.SAME_ADDRESS + AdoptedDirectory.NEW;
        assertThat(console.now())
                .contains(String.format(Locale.ROOT, "%,d users, %d groups", AdoptedDirectory.IN_OKTA, GROUPS))
                .contains(String.format(Locale.ROOT, "%,d applied", certain + GROUPS));
        assertThat(directory.count(LINKED)).isEqualTo(certain);
        Map<String, String> numbers = directory.numbers();
        assertThat(numbers).hasSize(AdoptedDirectory.PEOPLE);
        assertThat(console.get("import?kind=partial")).contains("are equal");
        console.confirm("import?kind=partial");
        Wait.until(ImportConsole.PATIENCE, () -> directory.count(LINKED) == AdoptedDirectory.IN_OKTA);
        console.ends("Done");
        directory.isLinked();
        Map<String, String> versions = directory.versions();
        assertThat(versions).as("nobody is deleted, or made twice").hasSize(EVERYBODY);
        // Made once; made and linked once; made, with a number, and linked once.
        assertThat(versions.values()).allMatch(version -> version.matches("W/\"[123]"));
        assertThat(directory.count(ACTIVE)).isEqualTo(EVERYBODY);
        assertThat(directory.numbers()).isEqualTo(numbers);

        console.start();
        console.ends("Done");
        assertThat(directory.versions()).as("nothing changed, nothing written").isEqualTo(versions);
    }

    private void isHeldUntilAllowed() {
        console.ends("Held by the safeguard");
        assertThat(console.get("people"))
                .contains(String.format(Locale.ROOT, "%,d ÷ %,d", LEAVING, AdoptedDirectory.IN_OKTA));
        assertThat(console.get("import-runs")).doesNotContain("run:full");
        assertThat(directory.count(ACTIVE)).isEqualTo(EVERYBODY);
        Map<String, String> numbers = directory.numbers();
        console.allow();
        Wait.until(ImportConsole.PATIENCE, () -> directory.count(ACTIVE) == EVERYBODY - LEAVING);
        console.ends("Done");
        assertThat(directory.everybody()).as("nobody is deleted").hasSize(EVERYBODY);
        assertThat(directory.numbers()).isEqualTo(numbers);
    }
}

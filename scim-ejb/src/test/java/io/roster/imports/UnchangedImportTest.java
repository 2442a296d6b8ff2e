package io.roster.imports;

import static io.roster.imports.OktaUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What an import costs that finds everything as it should be: reads by the page, and no writes. */
@OnEachDatabase
class UnchangedImportTest {

    private static final int PAGE = 50;
    private static final FetchedGroup SALES = new FetchedGroup("00gSALES", "Sales", "");

    @Parameter
    TestDatabase database;

    private ImportedOrg org;

    @BeforeEach
    void everythingIsConfirmed() {
        org = new ImportedOrg(database);
        org.settings("confirm_new = true");
    }

    @Test
    void readsAsOftenForEachPageAndWritesNothing() throws Exception {
        List<FetchedUser> users = IntStream.range(0, 3 * PAGE)
                .mapToObj(i -> user("00u%04d".formatted(i), "u" + i + "@acme.example", "Given" + i, "Family"))
                .toList();
        org.linked(users);
        org.importAll(run(users));
        List<String> before = written();

        int one = statements(users.subList(0, PAGE));
        int two = statements(users.subList(0, 2 * PAGE));
        int three = statements(users);

        assertThat(three - two).isEqualTo(two - one).isBetween(5, 15);
        assertThat(written()).isEqualTo(before).isNotEmpty();
        assertThat(org.rows("select count(*) from import_candidate where state <> 'APPLIED'"))
                .containsExactly("0");
        assertThat(org.rows("select count(*) from membership")).containsExactly(Integer.toString(users.size()));
    }

    // All are members, whoever of them is on a page: else those who are not would be removed.
    private String run(List<FetchedUser> users) {
        String run = org.fullRun(PAGE, users);
        org.group(run, 0, SALES, members());
        return run;
    }

    private List<String> members() {
        return IntStream.range(0, 3 * PAGE).mapToObj("00u%04d"::formatted).toList();
    }

    private int statements(List<FetchedUser> users) throws Exception {
        String run = run(users);
        return database.dataSource().statementsOf(() -> {
            org.match(run);
            org.passes(run);
            org.apply(run);
            return null;
        });
    }

    private List<String> written() {
        return org.rows("select id, version from person union all select id, version from directory_group"
                + " union all select 'events', count(*) from audit_event"
                + " union all select 'values', count(*) from person_value"
                + " union all select 'candidates', count(*) from import_candidate order by 1");
    }

    @Test
    void soManyHaveToBeGoneThatTheSafeguardHoldsTheRun() {
        org.linked(List.of(user("00uADA", "ada@acme.example", "Ada", "Park")));
        assertThat(enough()).as("so few that nothing holds").isEmpty();
        org.change("update person set external_id = null");
        org.people(IntStream.range(0, 100)
                .mapToObj(i -> ImportedOrg.body("p" + i, "p" + i + "@acme.example", "P", "Q"))
                .toList());
        assertThat(enough()).hasValue(LinkedPeople.COUNTED);
        org.settings("org_threshold = null");
        assertThat(enough()).isEmpty();
    }

    private OptionalLong enough() {
        return org.call(LinkedPeople.class, LinkedPeople::enoughToHold);
    }
}

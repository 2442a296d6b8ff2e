package io.roster.imports;

import static io.roster.imports.OktaUsers.unassigned;
import static io.roster.imports.OktaUsers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.telephony.ServiceRecorder;
import io.roster.user.Users;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Matching, the safeguard and applying, of people. */
@OnEachDatabase
class ImportStepsTest {

    private static final FetchedUser ADA = user("00uADA", "ada@acme.example", "Ada", "Park");
    private static final FetchedUser BOB = user("00uBOB", "bob@acme.example", "Bob", "Stone");

    @Parameter
    TestDatabase database;

    private ImportedOrg org;

    @BeforeEach
    void byMail() {
        org = new ImportedOrg(database);
        org.settings("exact_match = 'emails', partial_match = true, confirm_exact = true, confirm_new = true");
    }

    @Test
    void whoIsThereIsAdoptedAndKeepsTheirNumber() {
        String id = org.person("a.park", "ada@acme.example", "Ada", "Parker");
        org.change("insert into phone_number (number, person_id, free_from, added_at, added_by, changed_at) values"
                + " ('+14155550137', '" + id + "', 9223372036854775807, 1, 'x', 1)");
        org.call(ServiceRecorder.class, recorder -> {
            recorder.record(ImportedOrg.OKTA, SchemaRegistry.standard().user(), List.of(id));
            return null;
        });
        org.importAll(org.fullRun(500, List.of(ADA, BOB)));
        assertThat(org.rows("select id, user_name, source, external_id from person order by id"))
                .startsWith(id + " ada@acme.example OKTA 00uADA")
                .hasSize(2);
        assertThat(org.rows("select document from person where id = ?", id).get(0))
                .contains("\"phoneNumber\":\"+14155550137\"", "\"familyName\":\"Park\"");
        assertThat(org.candidates()).containsExactly("00uADA EXACT APPLIED", "00uBOB NEW APPLIED");
        assertThat(org.rows("select action from audit_event where actor_name = 'Okta import' order by id"))
                .containsExactlyInAnyOrder("LINKED", "CREATED");
        assertThat(org.rows("select id from tombstone")).isEmpty();
        assertThat(org.rows("select users_matched, to_apply, applied, refused from import_run"))
                .containsExactly("2 2 2 0");
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        org.linked(List.of(ADA, BOB));
        org.person("c.day", "c.day@home.example", "Cy", "Day");
        FetchedUser namesake = user("00uCY", "cy@acme.example", "Cy", "Day");
        String first = org.fullRun(500, List.of(ADA, BOB, namesake));
        org.importAll(first);
        assertThat(org.candidates()).containsExactly("00uCY PARTIAL WAITING");
        List<String> before = org.rows("select id, found_at from import_candidate");
        List<String> people = org.rows("select id, version from person order by id");
        org.importAll(org.fullRun(2, List.of(ADA, BOB, namesake)));
        assertThat(org.rows("select id, found_at from import_candidate")).isEqualTo(before);
        assertThat(org.rows("select id, version from person order by id")).isEqualTo(people);
        assertThat(org.rows("select id from audit_event where actor_name = 'Okta import'"))
                .isEmpty();
    }

    @Test
    void whatHoldsNoLongerGoesAway() {
        org.person("c.day", "c.day@home.example", "Cy", "Day");
        FetchedUser namesake = user("00uCY", "cy@acme.example", "Cy", "Day");
        org.settings("confirm_new = false");
        org.importAll(org.fullRun(500, List.of(ADA, BOB, namesake)));
        assertThat(org.candidates())
                .containsExactly("00uADA NEW WAITING", "00uBOB NEW WAITING", "00uCY PARTIAL WAITING");
        org.linked(List.of(ADA));
        org.importAll(org.fullRun(500, List.of(ADA, namesake)));
        assertThat(org.candidates()).containsExactly("00uCY PARTIAL WAITING");
    }

    @Test
    void whatAnAdministratorIgnoresStaysIgnored() {
        org.settings("confirm_new = false");
        org.importAll(org.fullRun(500, List.of(ADA)));
        org.change("update import_candidate set state = 'IGNORED', decided_by = 'erika', decided_at = 1");
        org.settings("confirm_new = true");
        org.importAll(org.fullRun(500, List.of(ADA)));
        assertThat(org.candidates()).containsExactly("00uADA NEW IGNORED");
        assertThat(org.rows("select id from person")).isEmpty();
    }

    @Test
    void twoUsersWhoMatchOnePersonAreAConflictAlsoOnDifferentPages() {
        org.person("a.park", "ada@acme.example", "Ada", "Parker");
        FetchedUser other = new FetchedUser(
                "00uADB", "ACTIVE", "PROVISIONED", null, "ada2@acme.example", ADA.profile(), ADA.appProfile());
        for (int pageSize : new int[] {2, 1, 1}) {
            org.importAll(org.fullRun(pageSize, List.of(ADA, other)));
            assertThat(org.candidates()).containsExactly("00uADA CONFLICT WAITING", "00uADB CONFLICT WAITING");
        }
        List<String> found = org.rows("select found_at from import_candidate order by okta_id");
        org.importAll(org.fullRun(1, List.of(ADA, other)));
        assertThat(org.rows("select found_at from import_candidate order by okta_id"))
                .isEqualTo(found);
        org.importAll(org.fullRun(1, List.of(ADA, unassigned(other))));
        org.importAll(org.fullRun(1, List.of(ADA, unassigned(other))));
        assertThat(org.candidates()).containsExactly("00uADA EXACT APPLIED");
    }

    @Test
    void whoIsChosenIsLinkedAndWhoIsConfirmedWithoutIsMade() {
        String first = org.person("a.one", "ada@acme.example", "Ada", "One");
        org.person("a.two", "ada@acme.example", "Ada", "Two");
        org.importAll(org.fullRun(500, List.of(ADA)));
        assertThat(org.candidates()).containsExactly("00uADA CONFLICT WAITING");
        org.change("update import_candidate set state = 'CONFIRMED', decided_by = 'erika', roster_id = ?", first);
        String run = org.run(ImportKind.CONFIRMED, false);
        org.apply(run);
        assertThat(org.rows("select id from person where external_id = '00uADA'"))
                .containsExactly(first);
        assertThat(org.rows("select applied from import_run where id = ?", run)).containsExactly("1");
    }

    @Test
    void whoLeavesIsDeactivatedAndWhoReturnsReactivated() {
        org.linked(List.of(ADA, BOB));
        org.importAll(org.fullRun(500, List.of(unassigned(ADA), BOB)));
        assertThat(org.rows("select user_name, active from person order by user_name"))
                .satisfiesExactly(ada -> assertThat(ada).matches("ada@acme.example (f|false|0)"), bob -> assertThat(bob)
                        .matches("bob@acme.example (t|true|1)"));
        org.importAll(org.fullRun(500, List.of(ADA, BOB)));
        assertThat(org.rows("select action from audit_event where actor_name = 'Okta import' order by id"))
                .containsExactly("DEACTIVATED", "REACTIVATED");
    }

    @Test
    void aRefusalIsKeptAndStopsNobodyElse() {
        org.settings("exact_match = 'userName'");
        String run = org.fullRun(500, List.of(ADA, BOB));
        org.match(run);
        // Somebody takes the userName between the two steps.
        org.person("bob@acme.example", "y@home.example", "Other", "Bob");
        org.apply(run);
        assertThat(org.rows("select okta_id, state, refusal from import_candidate where okta_id = '00uBOB'")
                        .get(0))
                .startsWith("00uBOB REFUSED The userName bob@acme.example is taken by the User with the id");
        assertThat(org.rows("select applied, refused from import_run")).containsExactly("1 1");
        assertThat(org.rows("select outcome, status from audit_event where detail is not null"))
                .containsExactly("REFUSED 409");
        assertThat(org.rows("select user_name from person where external_id = '00uADA'"))
                .containsExactly("ada@acme.example");
    }

    @Test
    void aMatchThatIsNoneAnyMoreIsNotLinked() {
        String id = org.person("a.park", "ada@acme.example", "Ada", "Parker");
        String run = org.fullRun(500, List.of(ADA));
        org.match(run);
        org.call(
                Users.class,
                users -> users.replace(
                        ImportedOrg.OKTA,
                        id,
                        OktaUsers.json(
                                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'someone.else'}"),
                        Preconditions.NONE));
        org.apply(run);
        assertThat(org.rows("select state, refusal from import_candidate").get(0))
                .startsWith("REFUSED ")
                .contains("matches ada@acme.example no longer");
        assertThat(org.rows("select id from person where external_id is not null"))
                .isEmpty();
    }

    @Test
    void whatWasPushedMeanwhileIsNotUndone() {
        String id = org.linked(List.of(ADA)).get(0);
        String run = org.fullRun(500, List.of(unassigned(ADA)));
        org.match(run);
        org.change("update person set modified_at = modified_at + 100000 where id = ?", id);
        org.apply(run);
        assertThat(org.rows("select state from import_candidate")).containsExactly("REFUSED");
        assertThat(org.rows("select id from person where active = true")).containsExactly(id);
    }

    @Test
    void whoWasPushedMeanwhileIsNotMadeTwice() {
        String run = org.fullRun(500, List.of(ADA));
        org.match(run);
        String id = org.linked(List.of(ADA)).get(0);
        org.apply(run);
        assertThat(org.rows("select id from person")).containsExactly(id);
        assertThat(org.candidates()).containsExactly("00uADA NEW APPLIED");
    }

    @Test
    void aKillBetweenTwoLosesAndDoublesNothing() {
        List<FetchedUser> users = users(30);
        String run = org.fullRun(10, users);
        ImportMatching matching = org.matching();
        assertThat(matching.step(run)).isTrue();
        org.match(run);
        AtomicInteger calls = new AtomicInteger();
        ImportApplication killed = org.application(id -> {
            if (calls.incrementAndGet() == 11) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> killed.step(run)).isInstanceOf(Killed.class);
        assertThat(org.rows("select applied from import_run")).containsExactly("10");
        org.apply(run);
        assertThat(org.rows("select users_matched, applied, refused from import_run"))
                .containsExactly("30 30 0");
        assertThat(org.rows("select count(*) from audit_event")).containsExactly("30");
    }

    @SuppressWarnings("serial")
    private static final class Killed extends Error {}

    @Test
    void twoServersAtOnceApplyEachOnce() throws Exception {
        List<FetchedUser> users = users(40);
        String run = org.fullRun(40, users);
        org.match(run);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = List.of(threads.submit(() -> org.apply(run)), threads.submit(() -> org.apply(run)));
            for (Future<?> one : both) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(org.rows("select applied, refused from import_run")).containsExactly("40 0");
        assertThat(org.rows("select count(*) from person")).containsExactly("40");
    }

    @Test
    void aPageTakesAsManyStatementsHoweverManyAreOnIt() throws Exception {
        List<FetchedUser> users = users(500);
        List<JsonObject> bodies = users.stream()
                .limit(250)
                .map(user -> ImportedOrg.body("x" + user.oktaId(), user.appUserName(), "X", "Y"))
                .toList();
        org.people(bodies);
        int many = statements(users);
        org.change("delete from import_candidate");
        assertThat(many).isEqualTo(statements(users.subList(245, 255))).isLessThan(30);
        org.importAll(org.fullRun(500, users));
        assertThat(org.rows("select kind, state, count(*) from import_candidate group by kind, state order by kind"))
                .containsExactly("EXACT APPLIED 250", "NEW APPLIED 250");
        assertThat(statements(users)).isLessThan(20);
    }

    private int statements(List<FetchedUser> users) throws Exception {
        String run = org.fullRun(500, users);
        ImportMatching matching = org.matching();
        return database.dataSource().statementsOf(() -> matching.step(run));
    }

    private static List<FetchedUser> users(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> user("00u%04d".formatted(i), "u" + i + "@acme.example", "Given" + i, "Family" + i % 7))
                .toList();
    }
}

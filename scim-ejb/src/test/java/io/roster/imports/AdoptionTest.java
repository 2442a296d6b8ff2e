package io.roster.imports;

import static io.roster.imports.OktaUsers.unassigned;
import static io.roster.imports.OktaUsers.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A directory that was made in the console is adopted; and an import that would empty it is stopped and resumed. */
@OnEachDatabase
class AdoptionTest {

    private static final int PEOPLE = 300;
    private static final int BY_MAIL = 150;
    private static final int BY_NAME = 40;
    private static final int STRANGERS = 10;

    @Parameter
    TestDatabase database;

    @Test
    void aDirectoryIsAdoptedWithoutADeletionAndNotEmptiedUnseen() {
        ImportedOrg org = new ImportedOrg(database);
        org.settings("exact_match = 'emails', partial_match = true, confirm_exact = true, confirm_new = true");
        List<String> ids = org.people(IntStream.range(0, PEOPLE)
                .<JsonObject>mapToObj(i -> ImportedOrg.body("local" + i, mail(i), "Given" + i, "Family" + i))
                .toList());
        List<FetchedUser> users = okta();
        org.importAll(org.fullRun(100, users));

        assertThat(org.rows("select id from tombstone")).isEmpty();
        assertThat(org.rows("select kind, state, count(*) from import_candidate group by kind, state order by kind"))
                .containsExactly("EXACT APPLIED " + BY_MAIL, "NEW APPLIED " + STRANGERS, "PARTIAL WAITING " + BY_NAME);
        assertThat(org.rows("select id from person where source = 'OKTA' order by id"))
                .hasSize(BY_MAIL + STRANGERS)
                .containsAll(ids.subList(0, BY_MAIL));
        org.change("update import_candidate set state = 'CONFIRMED', decided_by = 'erika' where state = 'WAITING'");
        org.apply(org.run(ImportKind.CONFIRMED, false));
        assertThat(org.rows("select id from person where source = 'OKTA'"))
                .hasSize(BY_MAIL + BY_NAME + STRANGERS)
                .containsAll(ids.subList(0, BY_MAIL + BY_NAME));
        assertThat(org.rows("select count(*) from person")).containsExactly(Integer.toString(PEOPLE + STRANGERS));

        List<FetchedUser> fewer = new ArrayList<>(users);
        int leaving = users.size() * 3 / 10;
        IntStream.range(0, leaving).forEach(i -> fewer.set(i, unassigned(users.get(i))));
        String run = org.fullRun(100, fewer);
        org.match(run);
        assertThat(org.passes(run)).isFalse();
        assertThat(org.rows("select state from import_run where id = ?", run)).containsExactly("HELD");
        assertThat(org.rows("select id from person where active = false")).isEmpty();
        org.change("update import_run set state = 'RUNNING', allowed_by = 'erika' where id = ?", run);
        assertThat(org.passes(run)).isTrue();
        org.apply(run);
        assertThat(org.rows("select id from person where active = false")).hasSize(leaving);
        assertThat(org.rows("select id from tombstone")).isEmpty();
    }

    @Test
    void justThePercentagePassesAndOneMoreIsHeldUntilAllowed() {
        ImportedOrg org = new ImportedOrg(database);
        List<FetchedUser> users = okta().subList(0, 105);
        org.linked(users);
        assertThat(org.passes(leaving(org, users, 21))).isTrue();
        String run = leaving(org, users, 22);
        assertThat(org.passes(run)).isFalse();
        assertThat(org.rows(
                        "select state, app_total, app_leaving, org_total, org_leaving from import_run where id = ?",
                        run))
                .containsExactly("HELD 105 22 105 22");
        assertThat(org.held()).containsExactly(new ImportHeld(run, new Safeguard(105, 22, 105, 22), 20, 20));
        org.change("update import_run set state = 'RUNNING' where id = ?", run);
        org.settings("app_threshold = 21, org_threshold = null");
        assertThat(org.passes(run)).isTrue();
        org.settings("app_threshold = 20");
        org.change("update import_run set state = 'RUNNING', allowed_by = 'erika' where id = ?", run);
        assertThat(org.passes(run)).isTrue();
        assertThat(org.held()).hasSize(1);
        org.apply(run);
        assertThat(org.rows("select count(*) from person where active = false")).containsExactly("22");
    }

    @Test
    void whoseChangeWasConfirmedIsCountedAllTheSameWhenTheyLeave() {
        ImportedOrg org = new ImportedOrg(database);
        List<FetchedUser> users = okta().subList(0, 105);
        org.linked(users);
        List<FetchedUser> renamed = new ArrayList<>(users);
        IntStream.range(0, 22).forEach(i -> renamed.set(i, user("00u%05d".formatted(i), mail(i), "Other", "Name")));
        org.match(org.fullRun(500, renamed));
        org.change("update import_candidate set decided_by = 'erika', state = 'REFUSED' where kind = 'UPDATE'");
        assertThat(org.passes(leaving(org, users, 22))).isFalse();
        assertThat(org.held()).hasSize(1);
    }

    private static String leaving(ImportedOrg org, List<FetchedUser> users, int leaving) {
        List<FetchedUser> now = new ArrayList<>(users);
        IntStream.range(0, leaving).forEach(i -> now.set(i, unassigned(users.get(i))));
        String run = org.fullRun(500, now);
        org.match(run);
        return run;
    }

    @Test
    void aDryRunShowsWhatItWouldDoAndDoesNothing() {
        ImportedOrg org = new ImportedOrg(database);
        List<FetchedUser> users = okta().subList(0, 105);
        org.linked(users);
        List<FetchedUser> now = new ArrayList<>(users);
        IntStream.range(0, 50).forEach(i -> now.set(i, unassigned(users.get(i))));
        String run = org.run(ImportKind.FULL, true);
        org.users(run, 500, now);
        org.importAll(run);
        assertThat(org.rows("select distinct preview, kind, state from import_candidate"))
                .containsExactly(run + " DEACTIVATE CONFIRMED");
        assertThat(org.rows("select state, app_leaving from import_run")).containsExactly("RUNNING 50");
        assertThat(org.rows("select id from person where active = false")).isEmpty();
    }

    private static String mail(int i) {
        return "person" + i + "@acme.example";
    }

    private static List<FetchedUser> okta() {
        List<FetchedUser> users = new ArrayList<>();
        for (int i = 0; i < BY_MAIL; i++) {
            users.add(user("00u%05d".formatted(i), mail(i), "Given" + i, "Family" + i));
        }
        for (int i = BY_MAIL; i < BY_MAIL + BY_NAME; i++) {
            users.add(user("00u%05d".formatted(i), "other" + i + "@acme.example", "Given" + i, "Family" + i));
        }
        for (int i = PEOPLE; i < PEOPLE + STRANGERS; i++) {
            users.add(user("00u%05d".formatted(i), "new" + i + "@acme.example", "Given" + i, "Family" + i));
        }
        return users;
    }
}

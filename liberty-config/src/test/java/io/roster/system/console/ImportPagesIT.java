package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The import in the browser: what it found, decided singly and together, its runs, and the run that the safeguard holds. */
class ImportPagesIT {
    private static Browser browser;

    private final RunningRoster roster = SharedRoster.POSTGRESQL.server();
    private final Tables tables = Tables.ofShared();
    private final ScimClient scim = roster.client();
    private final String run = Names.unique("run");
    private final String ada = Names.unique("ada");
    private String adaId;

    @BeforeAll
    static void signIn() {
        browser = Browser.open(SharedRoster.POSTGRESQL.server());
        browser.visit("import").signIn().untilPage(".*/admin/import.*");
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void found() {
        browser.width(1440);
        adaId = scim.post("/Users", Samples.user(ada, "\"displayName\":\"Ada Park\""))
                .is(201)
                .id();
        tables.change("delete from import_candidate");
        tables.change("delete from import_run");
        // What is confirmed here stays confirmed.
        tables.change("update import_settings set app_id = null");
        run("DONE");
    }

    @AfterEach
    void nothingIsLeft() {
        tables.change("delete from import_candidate");
        tables.change("delete from import_run");
    }

    @Test
    void somebodyIsConfirmedCreatedAndIgnored() {
        candidate("ada@okta", "EXACT", adaId, matches("userName", "emails.value"));
        candidate("eve@okta", "NEW", null, null);
        candidate("zoe@okta", "PARTIAL", adaId, matches("name.givenName", "name.familyName"));
        browser.visit("import").untilText("Exact match");
        assertThat(browser.text())
                .contains("userName and emails.value are equal", ada, "nobody yet: would be created", "title", "Boss");
        assertThat(browser.find(".kinds").getText()).contains("All\n3", "Exact matches\n1", "New\n1");
        faultless();

        browser.click("[aria-label='Confirm Erika of ada@okta']").untilText("ada@okta is confirmed");
        browser.click("[aria-label='Create Erika of zoe@okta as new']").untilText("zoe@okta is created as new");
        browser.click("[aria-label='Ignore Erika of eve@okta']").untilText("eve@okta is ignored");
        browser.find(".empty");
        assertThat(row("ada@okta")).isEqualTo("CONFIRMED " + adaId + " admin");
        assertThat(row("zoe@okta")).isEqualTo("CONFIRMED null admin");
        browser.visit("import?state=ignored")
                .click("[aria-label^='Decide again']")
                .untilText("waits for a decision again");
        assertThat(row("eve@okta")).startsWith("WAITING");
    }

    @Test
    void anEmptyListSaysWhyAndWhatToDo() {
        var before = tables.rows("select url from okta_connection").get(0).get("url");
        tables.change("update okta_connection set url = null");
        browser.visit("import").untilText("Roster is not connected with Okta");
        assertThat(browser.find(".empty a").getDomAttribute("href")).isEqualTo("sync-back-settings");
        faultless();
        tables.change("update okta_connection set url = 'https://example.okta.com'");
        browser.visit("import").untilText("No app is chosen");
        tables.change("update import_settings set app_id = '0oa'");
        browser.visit("import").untilText("Nothing to review");
        assertThat(browser.visit("import-runs").find("[id='run:dry']").getText())
                .isEqualTo("Dry run");
        tables.change("delete from import_run");
        browser.visit("import").untilText("No import has run yet");
        tables.change("update okta_connection set url = ?", before);
    }

    @Test
    void whoCameFirstIsSaid() {
        candidate("ada@okta", "EXACT", adaId, matches("userName"));
        browser.visit("import").find("[aria-label='Confirm Erika of ada@okta']");
        tables.change("update import_candidate set state = 'IGNORED', decided_by = 'max', decided_at = 1");
        browser.click("[aria-label='Confirm Erika of ada@okta']").untilText("max has decided about this meanwhile");
        assertThat(row("ada@okta")).isEqualTo("IGNORED " + adaId + " max");
    }

    @Test
    void somebodyElseIsChosen() {
        candidate("ada@okta", "CONFLICT", null, matches("userName"));
        browser.visit("import").untilText("userName is equal");
        browser.click("[aria-label^='Choose somebody else']").untilText("Who is Erika of ada@okta?");
        browser.type("[data-live] [name=q]", ada).find("[title^='Link ']");
        faultless();
        browser.click("[title^='Link ']").untilText("is linked with");
        assertThat(row("ada@okta")).isEqualTo("CONFIRMED " + adaId + " admin");
    }

    @Test
    void manyAreDecidedTogetherWithTheNumbersSaidBefore() {
        for (int i = 0; i < 60; i++) {
            candidate("new%02d@okta".formatted(i), "NEW", null, null);
        }
        candidate("eve@okta", "CONFLICT", null, matches("userName"));
        browser.visit("import?kind=new").untilText("1 to 50 of 60");
        browser.click("[aria-label='Select Erika of new00@okta']");
        browser.click("[aria-label='Select Erika of new01@okta']").untilText("2 selected");
        browser.click(".picked button[value=ignore]").untilText("Ignore 2?");
        faultless();
        browser.click("[id='sure:decide']").untilText("2 are ignored");
        browser.visit("import").click(".all a[href*='decision=confirm']").untilText("Confirm 58?");
        assertThat(browser.text()).contains("58 are created");
        browser.click("[id='sure:decide']").untilText("58 are confirmed");
        assertThat(browser.find(".kinds").getText()).contains("Conflicts\n1").doesNotContain("New");
    }

    @Test
    void aRunThatIsHeldIsToldOnEveryPageUntilSomebodyDecides() {
        String held = run("HELD");
        tables.change("update import_run set app_total = 1000, app_leaving = 201, org_total = 2000, org_leaving = 201"
                + " where state = 'HELD'");
        // Each server looks at most once a second.
        browser.visitUntil("people", ".held")
                .untilText("201 of 1,000 people who are linked with Okta would be deactivated");
        assertThat(browser.find(".held").getText()).contains("201 ÷ 1,000 = 20.1 %, more than the 20 %");
        faultless();
        String auditor = Names.unique("auditor");
        tables.change(
                "insert into administrator (user_name, password_hash, role, created_at) select ?, password_hash,"
                        + " 'auditor', created_at from administrator where user_name = 'admin'",
                auditor);
        try (Browser other = Browser.open(roster)) {
            other.signIn(auditor, RunningRoster.ADMIN_PASSWORD).untilPage(".*/admin/(?!sign-in).*");
            assertThat(other.visit("people").find(".held").getText())
                    .contains("until an administrator has decided")
                    .doesNotContain("Go on");
            for (String page : List.of("import", "import-runs", "import-run?id=" + held)) {
                assertThat(other.visit(page)
                                .all("main button:not([data-copy]), main input:not([name=q], [type=hidden])"))
                        .as(page)
                        .noneMatch(WebElement::isDisplayed);
                assertThat(other.accessibilityFaults()).as(page).isEmpty();
            }
        }
        browser.click(".held a[href$='#threshold']").untilText("Go on and deactivate 201 people");
        faultless();
        browser.type("[id='form:app']", "0").click("[id='form:change']");
        browser.untilText("Enter a whole number from 1 to 100");
        browser.click("[id='form:stop']").untilText("The run was cancelled");
        assertThat(tables.rows("select state from import_run where id = ?", held)
                        .get(0))
                .containsValue("CANCELLED");
        browser.visitUntil("people", "body:not(:has(.held))");
    }

    @Test
    void runsAreToldWithWhatTheyRefused() {
        candidate("ada@okta", "EXACT", adaId, matches("userName"));
        tables.change("update import_candidate set state = 'REFUSED', refusal = 'The userName is taken.'");
        browser.visit("import-runs").untilText("12,345 users, 1 group and no memberships read. 7 applied, 1 refused.");
        assertThat(browser.text()).contains("Full import", "by erika", "Done");
        faultless();
        browser.click("tbody th a").untilText("What it found");
        assertThat(browser.text()).contains("The userName is taken.", "Refused\n1", "Users read");
        faultless();
    }

    @Test
    void aRunTellsWhatItDidToWhomAPageAtATime() {
        for (int i = 0; i < 51; i++) {
            event("%s-%03d".formatted(run, i), i == 0 ? adaId : "gone", i == 0 ? "LINKED" : "DEACTIVATED");
        }
        browser.visit("import-run?id=" + run).untilText("What it applied");
        WebElement first = browser.find("[data-part=history] tbody tr");
        assertThat(first.getText()).contains("Ada Park", "Linked with Okta", "title", "Clerk", "Boss");
        assertThat(browser.all("[data-part=history] tbody tr")).hasSize(50);
        assertThat(browser.find("[data-part=history] tbody a").getDomAttribute("href"))
                .isEqualTo("person?id=" + adaId);
        faultless();
        browser.visit("import-run?id=" + run + "#history")
                .screenshot("import-run-applied")
                .scheme("dark")
                .screenshot("import-run-applied-dark");
        browser.scheme("light").width(360).screenshot("import-run-applied-360").width(1440);
        browser.click("[data-part=history] .pager a").untilText("First page");
        assertThat(browser.all("[data-part=history] tbody tr")).hasSize(1);
        tables.change("delete from audit_event where request_id = ?", run);
    }

    private void event(String id, String personId, String action) {
        tables.change(
                "insert into audit_event (id, occurred_at, actor_type, actor_name, action, resource_type, resource_id,"
                        + " resource_name, outcome, status, request_id, changes) values (?, ?, 'SYSTEM', 'Okta import',"
                        + " ?, 'User', ?, 'somebody', 'SUCCESS', 200, ?, ?)",
                id.substring(Math.max(0, id.length() - 36)),
                System.currentTimeMillis(),
                action,
                personId,
                run,
                "[{\"attribute\":\"title\",\"before\":\"Clerk\",\"after\":\"Boss\"}]");
    }

    private void faultless() {
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.width(360);
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        browser.width(1440);
    }

    private String matches(String... equal) {
        return "[{\"id\":\"" + adaId + "\",\"name\":\"" + ada + "\",\"equal\":[\"" + String.join("\",\"", equal)
                + "\"]}]";
    }

    private void candidate(String userName, String kind, String personId, String matches) {
        tables.change(
                "insert into import_candidate (id, preview, run_id, resource_type, okta_id, okta_name, okta_name_key,"
                        + " kind, state, roster_id, roster_name, matches, differences, wanted, found_at) values (?, '', ?,"
                        + " 'User', ?, ?, ?, ?, 'WAITING', ?, 'x', ?, ?, ?, 1)",
                Names.unique("c"),
                run,
                userName,
                userName,
                userName,
                kind,
                personId,
                matches,
                "[{\"attribute\":\"title\",\"before\":\"Clerk\",\"after\":\"Boss\"}]",
                "{\"displayName\":\"Erika of " + userName + "\",\"title\":\"Boss\"}");
    }

    private String run(String state) {
        String id = state.equals("DONE") ? run : Names.unique("run");
        // What another test has confirmed may begin a run of its own just now: one that is held is the latest all the
        // same.
        long now = System.currentTimeMillis() + (state.equals("DONE") ? -60_000 : 60_000);
        tables.change(
                "insert into import_run (id, kind, cause, dry_run, started_by, app_id, server, started_at, beat_at,"
                        + " ended_at, state, step, stop_requested, users_fetched, groups_fetched, members_fetched,"
                        + " users_matched, groups_matched, to_apply, applied, refused) values (?, 'FULL', 'ADMINISTRATOR',"
                        + " false, 'erika', '0oa', 'x', ?, ?, ?, ?, 'SAFEGUARD', false, 12345, 1, 0, 12345, 1, 8, 7, 1)",
                id,
                now,
                now,
                state.equals("DONE") ? now : null,
                state);
        return id;
    }

    private String row(String userName) {
        var row = tables.rows("select state, roster_id, decided_by from import_candidate where okta_id = ?", userName)
                .get(0);
        return row.get("state") + " " + row.get("roster_id") + " " + row.get("decided_by");
    }
}

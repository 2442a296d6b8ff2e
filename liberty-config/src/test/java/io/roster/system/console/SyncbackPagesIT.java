package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.api.Restrictions.Reason;
import io.roster.okta.simulator.org.Person;
import io.roster.system.ConsoleSession;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** Sync-back in the browser, against a simulated org: what waits, what goes on, what is refused, and what is done about it. */
class SyncbackPagesIT {
    private static final String RULES = "sync-back-rules";

    private final RunningRoster roster = SharedRoster.POSTGRESQL.server();
    private final Tables tables = Tables.ofShared();
    private final ConsoleSession colleague = ConsoleSession.signedIn(roster);
    private final Browser browser = Browser.open(roster);
    private final String userName = Names.unique("syncback");
    private final String number = "+4930" + Math.floorMod(userName.hashCode(), 1_000_000);
    private OktaOrg org;
    private OktaApi okta;
    private Person person;
    private String id;

    /** Okta's user, whose number waits to be written. The only ones who wait: what other tests left does not count. */
    @BeforeEach
    void aPersonWaits() throws IOException {
        tables.change("delete from outbox");
        org = OktaOrg.at(roster.scim())
                .token(RunningRoster.TOKEN)
                .seed(userName.hashCode())
                .open();
        org.hire(1);
        Person hired = org.people().get(0);
        org.want(hired.with("userName", userName).with("displayName", userName));
        org.push();
        person = org.people().get(0);
        id = org.tracked(person).scimId().orElseThrow();
        okta = OktaApi.of(org)
                .attribute("telephonyExtension", "Extension", 20)
                .limit(60_000)
                .start(0);
        colleague.submit(
                "sync-back-settings",
                "form",
                Map.of("url", okta.base().toString(), "authentication", "API_TOKEN", "token", okta.token()),
                "saveConnection");
        rules("enabled", "on");
        // Neither does a run begin by itself, nor are people of other tests looked at.
        tables.change("update syncback_lease set refill_after = null");
        tables.change(
                "insert into syncback_run (id, cause, server, started_at, beat_at, ended_at, ending, stop_requested, people,"
                        + " written, unchanged, retried, parked, calls, rate_limited)"
                        + " values (?, 'TIMER', 'x', ?, 1, 1, 'DRAINED', false, 0, 0, 0, 0, 0, 0, 0)",
                Names.unique("run"),
                System.currentTimeMillis());
        tables.change(
                "insert into phone_number (number, free_from, added_at, added_by, changed_at) values (?, 0, 1, 'x', 1)",
                number);
        browser.visit("assign?kind=number&person=" + id + "&q=" + number.substring(1))
                .signIn()
                .untilPage(".*/assign.*");
        browser.click("[id='form:next']").untilPage(".*/person\\?id=.*");
    }

    @AfterEach
    void close() throws IOException {
        untilNoRun();
        rules("unsuspends", "");
        browser.close();
        okta.close();
        org.close();
    }

    private void rules(String name, String value) {
        colleague.submit(
                RULES,
                "form",
                Map.of(name, value, "interval", "1440", "share", "100", "concurrency", "10", "deactivated", "NOTHING"),
                "save");
    }

    @Test
    void aRunThatSomebodyElseBeganIsFollowed() {
        CountDownLatch answered = new CountDownLatch(1);
        okta.hooks().before(request -> await(answered));
        browser.visit("sync-back?q=" + userName).find("tbody .badge-blue");
        assertThat(row()).contains("Waiting").doesNotContain("written");
        assertThat(browser.accessibilityFaults()).isEmpty();

        colleague.submit("sync-back", "run", Map.of(), "start");
        browser.find("[data-going=yes] progress");
        browser.find("[id='run:stop']");
        assertThat(browser.accessibilityFaults()).isEmpty();
        answered.countDown();
        browser.find("[data-going=no]");
        browser.untilText("Nobody found");

        browser.visit("sync-back?state=done&q=" + userName).find("tbody .badge-green");
        assertThat(row()).contains("written just now");
        browser.visit("sync-back-runs").find("tbody .badge-green");
        assertThat(row()).contains("by admin", "1 person: 1 written", "2 requests", "requests a minute");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.visit("person?id=" + id).find(".okta-side .badge-green");
        assertThat(browser.find(".okta-side").getText()).contains("ACTIVE", "primaryPhone", "the same");
        assertThat(browser.find("#identity-title").isDisplayed()).isTrue();
        assertThat(browser.text()).contains("Phone · from Roster");
    }

    @Test
    void whatOktaRefusesIsParkedWithTheWayOutAndTriedAgain() {
        okta.restrictions().user(person.oktaId(), Reason.MASTERED_ELSEWHERE);
        browser.visit("sync-back?q=" + userName)
                .click("[id='run:start']")
                .untilText("Okta masters this user elsewhere");
        assertThat(row()).contains("Parked: refused", "source priority", "refused just now");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.width(360);
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        browser.width(1440);

        browser.visit("person?id=" + id).find(".okta-side .badge-amber");
        assertThat(browser.find(".okta-side").getText()).contains("Okta masters this user elsewhere", "differs");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.click(".okta-side a").untilPage(".*/sync-back\\?q=.*").find("tbody .badge-red");

        browser.visit("sync-back?q=" + userName).click("button[name=retry]").untilText("is tried again now");
        assertThat(browser.address()).contains("q=" + userName);
        browser.find("tbody .badge-red");
        untilNoRun();
        okta.restrictions().clear();
        browser.click("[id='run:retry']").untilText("1 person is tried again now");
        browser.untilText("Nobody found");
        assertThat(okta.writes().of(person.oktaId())).hasSize(1);
    }

    @Test
    void whoIsParkedWaitsUntilResumed() {
        browser.visit("sync-back?q=" + userName).click("button[name=hold]").untilText("is parked until resumed");
        browser.find("tbody .badge-grey");
        assertThat(row()).contains("Parked by an administrator", "Resume when it may be written again");
        assertThat(okta.writes().count()).isZero();
        browser.click("button[name=retry]").untilText("is tried again now");
        browser.visit("sync-back?state=done&q=" + userName);
        browser.find("tbody .badge-green");
        assertThat(okta.writes().count()).isEqualTo(1);
    }

    @Test
    void changedRulesAreToldFromWhatToWhat() {
        browser.visit(RULES).type("[id='form:interval']", "0").click("[id='form:save']");
        browser.untilText("Enter a whole number of minutes from 1 to 1,440.");
        browser.type("[id='form:interval']", "45").click("[id='form:save']").untilText("Saved. Sync-back is on.");
        String latest =
                browser.find("[aria-labelledby=history-title] .timeline li").getText();
        assertThat(latest).contains("Changed", "by admin", "Minutes between two runs", "1440", "45");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.click("[id='form:save']").untilText("Nothing was different");
        browser.width(360);
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        browser.width(1440);
    }

    @Test
    void anAuditorSeesEverythingAndIsOfferedNothing() {
        String auditor = Names.unique("auditor");
        tables.change(
                "insert into administrator (user_name, password_hash, role, created_at)"
                        + " select ?, password_hash, 'auditor', created_at from administrator where user_name = 'admin'",
                auditor);
        try (Browser other = Browser.open(roster)) {
            other.signIn(auditor, RunningRoster.ADMIN_PASSWORD).untilPage(".*/admin/(?!sign-in).*");
            for (String page : List.of("sync-back", "sync-back-runs", RULES, "sync-back-settings")) {
                assertThat(other.visit(page).find(".tabs [aria-current=page]").getText())
                        .as(page)
                        .isNotBlank();
                assertThat(other.find(".navigation [aria-current=page]").getText())
                        .isEqualTo("Sync-back");
                assertThat(other.all(".navigation a[href*=sync-back]")).hasSize(1);
                assertThat(other.all("main button:not([data-copy]), main input:not([name=q], [type=hidden])"))
                        .as(page)
                        .noneMatch(WebElement::isDisplayed);
                assertThat(other.accessibilityFaults()).as(page).isEmpty();
            }
            assertThat(other.text()).contains(okta.base().toString(), "••••");
            assertThat(other.visit(RULES).text()).contains("Minutes between two runs", "1,440");
            assertThat(other.visit("sync-back").text()).contains(userName, "Waiting");
        }
    }

    private void untilNoRun() {
        Instant late = Instant.now().plusSeconds(60);
        while (!tables.rows("select run_id from syncback_lease where run_id is not null")
                .isEmpty()) {
            assertThat(Instant.now()).isBefore(late);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private String row() {
        return browser.find("tbody tr").getText();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

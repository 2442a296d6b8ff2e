package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.api.Restrictions;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.system.ConsoleSession;
import io.roster.system.RunningRoster;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Wait;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Drift in the browser: what differs between the simulator's org, the app and a server, and what mends it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriftPagesIT {
    private static final String APP = "0oa1simulatedApp0h7";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static RunningRoster roster;
    private static OktaOrg org;
    private static OktaApi okta;
    private static Browser browser;
    private static ConsoleSession session;
    private static ScimClient scim;
    private static List<Person> people;

    @BeforeAll
    static void anOrgThatWasImported() throws Exception {
        roster = SharedRoster.POSTGRESQL.prepare("drift").start();
        org = OktaOrg.at(URI.create("http://localhost:1/scim/v2")).seed(33).open();
        okta = OktaApi.of(org).unlimited().start(0);
        org.hire(12);
        people = org.people();
        scim = roster.client();
        session = ConsoleSession.signedIn(roster);
        session.submit(
                "sync-back-settings",
                "form",
                Map.of("url", okta.base().toString(), "authentication", "API_TOKEN", "token", okta.token()),
                "saveConnection");
        session.submit(
                "import-settings",
                "schedule",
                Map.of("appId", APP, "fullCron", "0 2 * * *", "incrementalCron", "0 * * * *", "zone", "UTC"),
                "save");
        session.submit("import-settings", "matching", Map.of("exactMatch", "userName", "confirmNew", "on"), "save");
        PushedGroup sales = group("00g1simulatedSales12", "Sales", people.get(0), people.get(1));
        okta.appGroups().assign(List.of(sales, group("00g1simulatedQuiet12", "Quiet", people.get(2))));
        ends("import-runs", "full");
        differ(sales);
        browser = Browser.open(roster);
        browser.visit("drift").signIn().untilPage(".*/admin/drift.*");
    }

    private static PushedGroup group(String id, String name, Person... members) {
        Set<String> ids = new LinkedHashSet<>();
        List.of(members).forEach(member -> ids.add(member.oktaId()));
        PushedGroup group = new PushedGroup(id, name, ids, Mapping.PUSHED);
        org.want(group);
        return group;
    }

    private static void ends(String page, String button) {
        session.submit(page, "run", Map.of(), button);
        Wait.until(PATIENCE, () -> session.get("import-now").contains("data-going=\"no\""));
        assertThat(session.get("import-now")).contains(">Done<");
    }

    /** One person of each kind, and one group. */
    private static void differ(PushedGroup sales) {
        scim.patch("/Users/" + id(0), replace("title", "Emperor")).is(200);
        org.want(people.get(1).with(Assignment.UNASSIGNED));
        scim.patch("/Users/" + id(2), replace("externalId", "elsewhere")).is(200);
        okta.appProfiles()
                .write(
                        people.get(3).oktaId(),
                        "givenName",
                        JsonProvider.provider().createValue("Oldname"));
        scim.patch("/Users/" + id(4), "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}")
                .is(200);
        org.want(sales.with(Set.of(people.get(0).oktaId(), people.get(5).oktaId())));
        okta.appGroups().fail(sales, "The target group was not found.");
    }

    private static String replace(String path, String value) {
        return "{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":\"" + value + "\"}";
    }

    private static String id(int person) {
        return scim.filter("/Users", "userName eq \"" + people.get(person).userName() + "\"")
                .ids()
                .get(0);
    }

    @AfterAll
    static void close() throws Exception {
        browser.close();
        okta.close();
        org.close();
        roster.close();
    }

    @Test
    @Order(1)
    void whatDiffersIsShownPersonByPersonAndGroupByGroup() {
        browser.visit("drift").untilText("Nothing was compared yet");
        faultless("drift-none");
        browser.click("[id='run:compare']").untilText("The target group was not found.");
        assertThat(browser.find("[data-part=kinds]").getText().replace('\n', ' '))
                .contains("All 5", "Only in Okta 1", "Only in Roster 1", "Different 3");
        assertThat(browser.text())
                .contains("Emperor", "Oldname", "deactivated")
                .contains("These groups are used for assignment and for group push");
        faultless("drift-people");
        browser.scheme("dark").screenshot("drift-people-dark").scheme("light");
        browser.visit("drift?kind=roster_only").untilText(people.get(1).oktaId());
        assertThat(browser.all("tbody tr")).hasSize(1);
        browser.visit("drift?of=groups").untilText("1 only here");
        faultless("drift-groups");
    }

    @Test
    @Order(2)
    void rosterIsBroughtInLineAsItIsShownBefore() {
        String emperor = id(0);
        String before = scim.get("/Users/" + emperor).at("/meta/version");
        browser.visit("drift").click(repair("roster", 0)).untilText("Nothing was changed yet");
        assertThat(browser.text()).contains("Emperor");
        assertThat(scim.get("/Users/" + emperor).at("/meta/version")).isEqualTo(before);
        faultless("drift-repair");
        scim.patch("/Users/" + emperor, replace("title", "King")).is(200);
        browser.click("[id='sure:repair']").untilText("It was changed meanwhile");
        browser.click("[id='sure:repair']").untilText("was changed in Roster");
        assertThat(scim.get("/Users/" + emperor).json().toString()).doesNotContain("King", "Emperor");
        browser.visit("drift").click(repair("roster", 1)).untilText("deactivated here");
        browser.click("[id='sure:repair']").untilText("was changed in Roster");
        assertThat(scim.filter("/Users", "externalId eq \"" + people.get(1).oktaId() + "\"")
                        .json()
                        .toString())
                .contains("\"active\":false");
        // The one lost a member above, whom Roster knows by another id of Okta's.
        for (String group : List.of("Quiet", "Sales")) {
            browser.visit("drift?of=groups").click("a[href*='side=roster']").untilText("members");
            browser.click("[id='sure:repair']").untilText(group + " was changed in Roster");
        }
        browser.untilText("No group differs");
    }

    @Test
    @Order(3)
    void oktaIsBroughtInLineAndARefusalIsTold() {
        scim.patch("/Users/" + id(0), replace("title", "Empress")).is(200);
        ends("drift", "compare");
        browser.visit("drift").click(repair("okta", 3)).untilText("App user");
        browser.click("[id='sure:repair']").untilText("was changed in Okta");
        okta.restrictions().user(people.get(0).oktaId(), Restrictions.Reason.MASTERED_ELSEWHERE);
        browser.visit("drift").click(repair("okta", 0)).untilText("Okta’s profile");
        faultless("drift-repair-okta");
        browser.click("[id='sure:repair']").untilText("Okta refused, and nothing was changed");
        okta.restrictions().clear();
        browser.visit("drift").click(repair("okta", 0)).untilText("Okta’s profile");
        browser.click("[id='sure:repair']").untilText("was changed in Okta");
        assertThat(org.state()
                        .people()
                        .get(people.get(0).oktaId())
                        .wanted()
                        .profile()
                        .getString("title"))
                .isEqualTo("Empress");
        assertThat(browser.visit("drift").text()).doesNotContain("Empress", "Oldname");
    }

    private static String repair(String side, int person) {
        return "tr:has(span.secondary[title='" + people.get(person).oktaId() + "']) a[href*='side=" + side + "']";
    }

    private void faultless(String name) {
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot(name);
        browser.width(360);
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        browser.screenshot(name + "-360");
        browser.width(1440);
    }
}

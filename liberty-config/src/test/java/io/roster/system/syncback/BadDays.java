package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.fault.Fault;
import io.roster.okta.simulator.fault.FaultRule;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.system.Wait;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Okta's bad days, while everybody who is assigned is linked and equal: each run ends right or stops clean and says why,
 * and nobody is changed.
 */
final class BadDays {
    /** The list of the app's users. */
    static final String USERS = "/api/v1/apps/0oa1simulatedApp0h7/users";

    private static final int PAGES = 80;
    private static final Duration SOON = Duration.ofSeconds(50);

    private final OktaOrg org;
    private final OktaApi okta;
    private final ImportConsole console;
    private final AdoptedDirectory directory;
    private final AtomicInteger lists = new AtomicInteger();

    BadDays(OktaOrg org, OktaApi okta, ImportConsole console, AdoptedDirectory directory) {
        this.org = org;
        this.okta = okta;
        this.console = console;
        this.directory = directory;
    }

    void all() {
        Map<String, String> before = directory.versions();
        okta.hooks().clear();
        okta.hooks().before(request -> lists.addAndGet(request.path().equals(USERS) ? 1 : 0));
        slowWithLiesAndTwice();
        failsHalfWay();
        changesWhilePagesAreRead();
        wantsFewerCalls();
        givesUp();
        okta.faults().clear();
        runs("Done");
        assertThat(directory.versions()).isEqualTo(before);
    }

    private void slowWithLiesAndTwice() {
        pages(4);
        okta.faults().slowness(Duration.ofSeconds(1));
        fault(FaultRule.next(1, Fault.SLOW));
        fault(FaultRule.next(1, Fault.TWICE));
        fault(FaultRule.always(Fault.WRONG_TOTAL));
        runs("Done");
        assertThat(console.now()).contains(AdoptedDirectory.IN_OKTA + " users");
        assertThat(okta.faults().struck(Fault.TWICE)).isEqualTo(1);
    }

    /** Of 80 pages, some do not come at once. */
    private void failsHalfWay() {
        pages(PAGES);
        int pages = -Math.floorDiv(-AdoptedDirectory.IN_OKTA, AdoptedDirectory.IN_OKTA / PAGES + 1);
        fault(FaultRule.next(3, Fault.UNAVAILABLE).after(pages / 4));
        fault(FaultRule.next(1, Fault.CUT_AFTER).after(pages / 2));
        fault(FaultRule.next(1, Fault.WRONG_JSON).after(pages * 3 / 4));
        lists.set(0);
        runs("Done");
        // What fails never comes to the endpoint, or is asked for once more.
        assertThat(lists).as("no page is read again").hasValue(pages + 2);
    }

    private void changesWhilePagesAreRead() {
        pages(4);
        Person late = org.people().get(AdoptedDirectory.IN_OKTA - 1);
        Person early = org.people().get(0);
        org.want(late.with(Assignment.UNASSIGNED));
        lists.set(0);
        okta.hooks().after((request, answer) -> {
            if (lists.get() == 1 && request.path().equals(USERS)) {
                org.want(early.with(Assignment.UNASSIGNED));
            } else if (lists.get() >= 4) {
                // Nobody was on the list of whom this is true.
                org.want(late.with(Assignment.ASSIGNED));
                org.want(early.with(Assignment.ASSIGNED));
            }
        });
        runs("Done");
        assertThat(directory.count("active eq false")).isZero();
        okta.hooks().clear();
    }

    private void wantsFewerCalls() {
        pages(4);
        okta.faults().storm(Duration.ofSeconds(8));
        fault(FaultRule.next(1, Fault.RATE_LIMITED).after(1));
        console.start();
        Wait.until(
                SOON, () -> console.now().contains("Okta allows no more calls for now (429). The run goes on at 20"));
        console.ends("Done");
        assertThat(console.now()).doesNotContain("429");
    }

    private void givesUp() {
        pages(4);
        okta.faults().storm(Duration.ofHours(5));
        fault(FaultRule.always(Fault.RATE_LIMITED).after(1));
        runs("Failed");
        assertThat(console.now())
                .contains("Okta could not be read for a minute")
                .contains("Nothing was applied");
    }

    private void pages(int pages) {
        okta.faults().clear();
        okta.faults().shortness(AdoptedDirectory.IN_OKTA / pages + 1);
        okta.faults().add(FaultRule.next(1, Fault.SHORT).on("GET", USERS));
    }

    private void fault(FaultRule rule) {
        okta.faults().add(rule.on("GET", USERS));
    }

    private void runs(String ending) {
        console.start();
        console.ends(ending);
    }
}

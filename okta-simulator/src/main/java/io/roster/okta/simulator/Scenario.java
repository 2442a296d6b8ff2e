package io.roster.okta.simulator;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.review.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The whole story of an org with its app, from the test of the credentials to an import that finds everything equal. */
public final class Scenario {
    private final OktaOrg org;
    private final Consumer<String> log;

    /** Plays with {@code org}, which is empty at first, and tells {@code log} about each step. */
    public Scenario(OktaOrg org, Consumer<String> log) {
        this.org = org;
        this.log = log;
    }

    /**
     * Pushes people and groups, changes, deactivates, brings back, unassigns, assigns again, works on the groups, and
     * imports everything back.
     *
     * @return what the last import found; an import before it that finds something missing or different ends the story,
     *     something extra does not, because the app may have had people before
     */
    public Comparison play(int people, int groups) {
        step("credentials and errors", () -> {
            org.errorSuite().testCredentials();
            org.errorSuite().refusals();
        });
        org.hire(people);
        org.found(groups);
        step("assign " + people + " people and push " + groups + " groups", org::push);
        step("duplicates are refused", () -> Sample.of(org.people(), 0.01)
                .forEach(person -> org.errorSuite().duplicate(person)));
        Comparison afterPush = verify();
        if (!afterPush.complete()) {
            return afterPush;
        }
        workOnPeople();
        workOnGroups();
        return verify();
    }

    private void workOnPeople() {
        Turnover turnover = org.turnover();
        step("change a third", () -> turnover.change(1 / 3.0));
        step("set passwords", this::passwords);
        step("deactivate a tenth", () -> turnover.deactivate(0.1));
        step("reactivate them", turnover::reactivate);
        step("unassign a tenth", () -> turnover.unassign(0.1));
        step("assign them again", turnover::reassign);
        step("deactivate a twentieth for good", () -> turnover.deactivate(0.05));
    }

    private void workOnGroups() {
        Regrouping regrouping = org.regrouping();
        step("rename groups", () -> regrouping.rename(0.3));
        step("change members", () -> regrouping.delta(0.5));
        step("push now", () -> regrouping.pushNow(0.2));
        step("empty groups", () -> regrouping.empty(0.1));
        step("fill them again", () -> regrouping.delta(1));
        step("leave groups", () -> regrouping.leave(0.2));
        step("link them again", regrouping::link);
        step("delete groups", () -> regrouping.delete(0.2));
    }

    private void passwords() {
        List<Person> assigned = org.people(Assignment.ASSIGNED);
        Sample.of(assigned, 0.02).forEach(person -> org.password(person, "Pa55-" + person.oktaId()));
    }

    private Comparison verify() {
        Comparison[] found = new Comparison[1];
        step("import everything and compare", () -> found[0] = org.verify());
        return found[0];
    }

    private void step(String name, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        log.accept(String.format(Locale.ROOT, "%-45s %8.1f s", name, seconds));
    }
}

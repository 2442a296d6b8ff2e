package io.roster.okta.simulator;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.population.Population;
import java.util.List;

/** Changes to many people at once. Each method plans the change, pushes it, and returns whom it was about. */
public final class Turnover {
    private final OktaOrg org;
    private final Population population;

    Turnover(OktaOrg org, Population population) {
        this.org = org;
        this.population = population;
    }

    /** Changes the profiles of a share (0 to 1) of the assigned: promotions, moves, marriages, removed values. */
    public List<Person> change(double share) {
        List<Person> chosen = Sample.of(org.people(Assignment.ASSIGNED), share);
        long salt = Sample.salt(chosen);
        return push(
                chosen.stream().map(person -> population.changed(person, salt)).toList());
    }

    /** Deactivates a share of the assigned in Okta. */
    public List<Person> deactivate(double share) {
        return put(Sample.of(org.people(Assignment.ASSIGNED), share), Assignment.DEACTIVATED);
    }

    /** Brings back all who are deactivated. */
    public List<Person> reactivate() {
        return put(org.people(Assignment.DEACTIVATED), Assignment.ASSIGNED);
    }

    /** Removes the app's assignment from a share of the assigned. */
    public List<Person> unassign(double share) {
        return put(Sample.of(org.people(Assignment.ASSIGNED), share), Assignment.UNASSIGNED);
    }

    /** Assigns the app again to all who lost it; each must come back under the same id. */
    public List<Person> reassign() {
        return put(org.people(Assignment.UNASSIGNED), Assignment.ASSIGNED);
    }

    private List<Person> put(List<Person> people, Assignment assignment) {
        return push(people.stream().map(person -> person.with(assignment)).toList());
    }

    private List<Person> push(List<Person> people) {
        people.forEach(org::want);
        org.push();
        return people;
    }
}

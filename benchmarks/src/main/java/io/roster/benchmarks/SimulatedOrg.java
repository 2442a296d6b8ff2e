package io.roster.benchmarks;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A simulated Okta as a process of its own, so that its processor time can be told from Roster's. It says its address and
 * its API token in a line, then does what its standard input says, and ends with that.
 */
public final class SimulatedOrg {
    private static final long SEED = 42;

    private SimulatedOrg() {}

    /**
     * Runs as {@link SimulatedOkta} starts it.
     *
     * @param arguments how many people, groups and memberships
     * @throws IOException when no port is free
     */
    public static void main(String[] arguments) throws IOException {
        int people = Integer.parseInt(arguments[0]);
        int groups = Integer.parseInt(arguments[1]);
        int memberships = Integer.parseInt(arguments[2]);
        try (OktaOrg org = OktaOrg.at(URI.create("http://localhost:1/scim/v2"))
                        .seed(SEED)
                        .open();
                OktaApi okta = OktaApi.of(org).unlimited().start(0)) {
            org.hire(people);
            List<PushedGroup> founded = groups(groups, memberships, org.people());
            founded.forEach(org::want);
            okta.appGroups().assign(founded);
            System.out.println(okta.base() + " " + okta.token());
            var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(promoted(org, Integer.parseInt(line)));
            }
        }
    }

    /** Groups from half to one and a half of the average size. */
    private static List<PushedGroup> groups(int count, int memberships, List<Person> people) {
        Random random = new Random(SEED);
        List<PushedGroup> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int size = Math.min(people.size(), memberships / count * (2 + i % 5) / 4);
            Set<String> members = new LinkedHashSet<>();
            while (members.size() < size) {
                members.add(people.get(random.nextInt(people.size())).oktaId());
            }
            groups.add(new PushedGroup("00g%017d".formatted(i), "Team " + i, members, Mapping.NONE));
        }
        return groups;
    }

    /** Gives each one of so many people another title. */
    private static int promoted(OktaOrg org, int every) {
        List<Person> people = org.people(Assignment.ASSIGNED);
        int count = 0;
        for (int i = 0; i < people.size(); i += every) {
            org.want(people.get(i).with("title", "Head of number " + i));
            count++;
        }
        return count;
    }
}

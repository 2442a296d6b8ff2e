package io.roster.okta.simulator.population;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * People and groups of an invented company with offices in many countries. The same seed gives the same company, and a
 * larger population begins with the smaller one.
 */
public final class Population {
    private static final List<String> TEAMS = List.of(
            "Voice Agents",
            "Field Service",
            "Schichtleitung Süd",
            "Équipe d'accueil",
            "営業部",
            "客服中心",
            "Отдел продаж",
            "Atención al cliente",
            "Kundtjänst",
            "\"Blue\" Team",
            "R&D / Labs",
            "Πωλήσεις",
            "고객지원",
            "פיתוח");

    private final long seed;
    private final Faces faces = new Faces();

    /** The company of this seed. */
    public Population(long seed) {
        this.seed = seed;
    }

    /** The first {@code count} people. */
    public synchronized List<Person> people(int count) {
        Set<String> userNames = new HashSet<>();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = faces.begin(random("person", i));
            Face face = faces.next(i, userNames);
            Optional<Person> manager =
                    people.isEmpty() ? Optional.empty() : Optional.of(people.get(random.nextInt(people.size())));
            people.add(new Person(
                    Ids.of("00u", random), Profiles.of(face, i, manager, faces, random), Assignment.ASSIGNED));
        }
        return people;
    }

    /** The first {@code count} groups, of 0 to a tenth of {@code people}; the third group is always empty. */
    public List<PushedGroup> groups(int count, List<Person> people) {
        List<PushedGroup> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = new Random(random("group", i));
            String team = TEAMS.get(i % TEAMS.size());
            String name = i < TEAMS.size() ? team : team + " " + (i / TEAMS.size() + 1);
            int size = i == 2 || people.isEmpty() ? 0 : 1 + random.nextInt(Math.max(1, people.size() / 10));
            groups.add(new PushedGroup(Ids.of("00g", random), name, members(people, size, random), Mapping.PUSHED));
        }
        return groups;
    }

    /** The person after some time: promoted, moved, married (with another userName), or with a value removed. */
    public synchronized Person changed(Person person, long salt) {
        Random random = faces.begin(random(person.oktaId(), salt));
        return LifeEvents.one(person, faces, random);
    }

    private static Set<String> members(List<Person> people, int size, Random random) {
        Set<String> members = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            members.add(people.get(random.nextInt(people.size())).oktaId());
        }
        return Collections.unmodifiableSet(members);
    }

    private long random(String what, long index) {
        return (seed * 31 + what.hashCode()) * 1_000_003 + index;
    }
}

package io.roster.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The people and groups of one measurement, made through SCIM as Okta would make them. */
final class Population {
    private static final int MEMBERS_PER_PATCH = 1000;
    private static final int LOADERS = 8;

    private final Target target;
    private final List<String> ids = new ArrayList<>();
    private final AtomicInteger created = new AtomicInteger();
    private volatile int people;

    Population(Target target) {
        this.target = target;
    }

    /** Adds people until there are so many. */
    void grow(int wanted) {
        var next = new AtomicInteger(people);
        var made = new String[wanted - people];
        int first = people;
        target.parallel(LOADERS, connection -> {
            for (int i = next.getAndIncrement(); i < wanted; i = next.getAndIncrement()) {
                made[i - first] = connection
                        .send("POST", Target.USERS, user(i, "person"))
                        .expectSuccess("creating a person")
                        .id();
            }
        });
        ids.addAll(List.of(made));
        people = wanted;
    }

    /** Makes a group with so many of the people. */
    String group(String name, int members) {
        return target.with(connection -> {
            String id = connection
                    .send("POST", Target.GROUPS, """
                            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s"}""".formatted(name))
                    .expectSuccess("creating a group")
                    .id();
            for (int from = 0; from < members; from += MEMBERS_PER_PATCH) {
                List<String> part = ids.subList(from, Math.min(members, from + MEMBERS_PER_PATCH));
                connection
                        .send("PATCH", Target.GROUPS + "/" + id, Bodies.addMembers(part))
                        .expectSuccess("adding members");
            }
            return id;
        });
    }

    /** How many people the server has, newcomers included. */
    int total() {
        return target.with(connection -> connection
                .send("GET", Target.USERS + "?startIndex=1&count=1", null)
                .expectSuccess("counting")
                .totalResults());
    }

    String anyId() {
        return ids.get(ThreadLocalRandom.current().nextInt(people));
    }

    String anyUserName() {
        return userName(ThreadLocalRandom.current().nextInt(people), "person");
    }

    /** The body of a person whom nobody has made yet, beside those that are measured. */
    String newcomer() {
        return user(created.getAndIncrement(), "newcomer" + people);
    }

    private static String userName(int number, String family) {
        return family + "." + number + "@acme.example";
    }

    /** As in Okta's requests, with the attributes that its default mapping fills. */
    private static String user(int number, String family) {
        return Bodies.user(userName(number, family), "Ada" + number, "Park" + number % 997, "00u" + family + number);
    }
}

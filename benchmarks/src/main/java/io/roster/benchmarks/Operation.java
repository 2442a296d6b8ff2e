package io.roster.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One kind of request.
 *
 * @param name as in the table
 * @param worker makes what one connection does again and again; it is called once for each connection
 */
record Operation(String name, Supplier<Target.Task> worker) {
    private static final int PAGE = 100;
    private static final int PAGES = 20;

    /** Every operation, for a population and a group of many and one of few members. */
    static List<Operation> all(Population people, String large, String small) {
        var all = new ArrayList<Operation>();
        all.add(get("bare JAX-RS resource, 900 bytes", () -> "/bare/"));
        all.add(get("read by id", () -> Target.USERS + "/" + people.anyId()));
        all.add(get(
                "look-up by userName",
                () -> Target.USERS + "?filter=userName%20eq%20%22" + people.anyUserName() + "%22"));
        all.add(pages("import, first 20 pages of 100", 0));
        all.add(pages("import, last 20 pages of 100", Math.max(0, people.total() - PAGE * PAGES)));
        all.add(get("read the large group", () -> Target.GROUPS + "/" + large));
        all.add(patchActive(people));
        all.add(delta("group delta, group of 10", small, people));
        all.add(delta("group delta, large group", large, people));
        // last, because it changes how many there are
        all.add(new Operation(
                "create",
                () -> connection ->
                        connection.send("POST", Target.USERS, people.newcomer()).expectSuccess("create")));
        return all;
    }

    private static Operation get(String name, Supplier<String> path) {
        return new Operation(
                name,
                () -> connection -> connection.send("GET", path.get(), null).expectSuccess(name));
    }

    /** Off and on in turn, so that each request changes something. */
    private static Operation patchActive(Population people) {
        return new Operation("PATCH active", () -> {
            var state = new Object() {
                String id;
                boolean active = true;
            };
            return connection -> {
                state.active = !state.active;
                state.id = state.active ? state.id : people.anyId();
                connection
                        .send("PATCH", Target.USERS + "/" + state.id, Bodies.active(state.active))
                        .expectSuccess("PATCH active");
            };
        });
    }

    /** Each connection takes its own newcomers in and out in turn, so that each request changes something. */
    private static Operation delta(String name, String group, Population people) {
        return new Operation(name, () -> {
            var state = new Object() {
                String id;
                boolean member;
            };
            return connection -> {
                if (state.id == null) {
                    state.id = connection
                            .send("POST", Target.USERS, people.newcomer())
                            .expectSuccess("create")
                            .id();
                }
                state.member = !state.member;
                String body = state.member ? Bodies.addMembers(List.of(state.id)) : Bodies.removeMember(state.id);
                connection.send("PATCH", Target.GROUPS + "/" + group, body).expectSuccess(name);
            };
        });
    }

    /** Page after page, as an import walks, and from the beginning again. */
    private static Operation pages(String name, int skip) {
        return new Operation(name, () -> {
            var page = new AtomicInteger();
            return connection -> {
                int startIndex = 1 + skip + PAGE * (page.getAndIncrement() % PAGES);
                connection
                        .send("GET", Target.USERS + "?startIndex=" + startIndex + "&count=" + PAGE, null)
                        .expectSuccess(name);
            };
        });
    }
}

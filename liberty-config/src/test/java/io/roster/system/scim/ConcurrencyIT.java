package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Many writers at once: whatever was answered with success is there afterwards. */
@OnEachRoster
class ConcurrencyIT {
    private static final int WRITERS = 16;
    private static final int REQUESTS = 48;

    @Parameter
    SharedRoster roster;

    ScimClient okta;

    @BeforeEach
    void client() {
        okta = roster.client();
    }

    private static List<Answer> together(IntFunction<Answer> request) throws InterruptedException, ExecutionException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Answer>> calls = IntStream.range(0, REQUESTS)
                    .mapToObj(i -> (Callable<Answer>) () -> request.apply(i))
                    .toList();
            List<Answer> answers = new java.util.ArrayList<>();
            for (Future<Answer> call : writers.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        } finally {
            writers.shutdown();
        }
    }

    @Test
    void patchesOfOnePersonAreAllKept() throws Exception {
        String path = "/Users/"
                + okta.post("/Users", Samples.user(Names.unique("busy"), "\"active\":true"))
                        .is(201)
                        .id();
        List<Answer> answers = together(i -> okta.patch(
                path, "{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"%d@a.example\"}]}".formatted(i)));
        answers.forEach(answer -> answer.is(200));
        assertThat(okta.get(path).json().getJsonArray("emails")).hasSize(REQUESTS);
    }

    @Test
    void membersAddedToAndRemovedFromOneGroupAreAllKept() throws Exception {
        List<String> people = IntStream.range(0, REQUESTS)
                .mapToObj(i -> okta.post("/Users", Samples.user(Names.unique("member")))
                        .is(201)
                        .id())
                .toList();
        String path = "/Groups/"
                + okta.post("/Groups", Samples.group(Names.unique("busy")))
                        .is(201)
                        .id();
        together(i -> okta.patch(
                        path,
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                                .formatted(people.get(i))))
                .forEach(answer -> answer.is(200));
        assertThat(Members.of(okta.get(path))).containsExactlyInAnyOrderElementsOf(people);
        together(i -> okta.patch(
                        path, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(people.get(i))))
                .forEach(answer -> answer.is(200));
        assertThat(Members.of(okta.get(path))).isEmpty();
    }

    @Test
    void aUserNameIsGivenOnce() throws Exception {
        String userName = Names.unique("race");
        List<Answer> answers =
                together(i -> okta.post("/Users", Samples.user(i % 2 == 0 ? userName : userName.toUpperCase())));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> answer.is(409, "uniqueness"));
        assertThat(okta.filter("/Users", "userName eq \"" + userName + "\"").total())
                .isOne();
    }

    @Test
    void ofThoseWhoKnowTheSameVersionOneWins() throws Exception {
        Answer created =
                okta.post("/Users", Samples.user(Names.unique("versions"))).is(201);
        ScimClient knowing = okta.with("If-Match", created.header("ETag").orElseThrow());
        List<Answer> answers = together(i -> knowing.patch(
                "/Users/" + created.id(), "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"%d\"}".formatted(i)));
        List<Answer> won =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(won).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 200).forEach(answer -> answer.is(412));
        assertThat(okta.get("/Users/" + created.id()).json())
                .isEqualTo(won.get(0).json());
    }

    @Test
    void createsAreAllCounted() throws Exception {
        int before = okta.get("/Users?count=0").total();
        together(i -> okta.post("/Users", Samples.user(Names.unique("counted"))))
                .forEach(answer -> answer.is(201));
        assertThat(okta.get("/Users?count=0").total()).isEqualTo(before + REQUESTS);
    }
}

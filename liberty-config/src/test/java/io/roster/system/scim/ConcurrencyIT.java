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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void ofThoseWhoReplaceAllMembersTheLastOneIsRight(String method) throws Exception {
        List<String> people = IntStream.range(0, REQUESTS)
                .mapToObj(i -> okta.post("/Users", Samples.user(Names.unique("member")))
                        .is(201)
                        .id())
                .toList();
        String name = Names.unique("replaced");
        String path =
                "/Groups/" + okta.post("/Groups", Samples.group(name)).is(201).id();
        together(i -> method.equals("PUT")
                        ? okta.put(path, Samples.group(name, people.get(i)))
                        : okta.patch(
                                path,
                                "{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                                        .formatted(people.get(i))))
                .forEach(answer -> answer.is(200));
        assertThat(Members.of(okta.get(path))).hasSize(1);
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

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void ofThoseWhoKnowTheSameVersionOneWins(String type) throws Exception {
        Answer created = type.equals("/Users")
                ? okta.post(type, Samples.user(Names.unique("versions"))).is(201)
                : okta.post(type, Samples.group(Names.unique("versions"))).is(201);
        oneWins(type + "/" + created.id(), i -> "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%d\"}"
                .formatted(i));
    }

    @Test
    void ofThoseWhoAddMembersToTheSameVersionOneWins() throws Exception {
        List<String> people = IntStream.range(0, REQUESTS)
                .mapToObj(i -> okta.post("/Users", Samples.user(Names.unique("member")))
                        .is(201)
                        .id())
                .toList();
        String path = "/Groups/"
                + okta.post("/Groups", Samples.group(Names.unique("versions")))
                        .is(201)
                        .id();
        oneWins(path, i -> "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                .formatted(people.get(i)));
        assertThat(Members.of(okta.get(path))).hasSize(1);
    }

    private void oneWins(String path, IntFunction<String> operation) throws Exception {
        ScimClient knowing = okta.with("If-Match", okta.get(path).header("ETag").orElseThrow());
        List<Answer> answers = together(i -> knowing.patch(path, operation.apply(i)));
        List<Answer> won =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(won).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 200).forEach(answer -> answer.is(412));
        assertThat(okta.get(path).json()).isEqualTo(won.get(0).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void ofThoseWhoDeleteTheSameVersionOneWins(String type) throws Exception {
        Answer created = type.equals("/Users")
                ? okta.post(type, Samples.user(Names.unique("versions"))).is(201)
                : okta.post(type, Samples.group(Names.unique("versions"))).is(201);
        ScimClient knowing = okta.with("If-Match", created.header("ETag").orElseThrow());
        List<Answer> answers = together(i -> knowing.delete(type + "/" + created.id()));
        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 204).forEach(answer -> answer.is(404));
    }

    @Test
    void whoIsCreatedUnlessThereIsCreatedOnce() throws Exception {
        String userName = Names.unique("race");
        ScimClient first = okta.with("If-None-Match", "*");
        List<Answer> answers = together(i -> first.post("/Users", Samples.user(userName)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> answer.is(412));
    }

    @Test
    void createsAreAllCounted() throws Exception {
        int before = okta.get("/Users?count=0").total();
        together(i -> okta.post("/Users", Samples.user(Names.unique("counted"))))
                .forEach(answer -> answer.is(201));
        assertThat(okta.get("/Users?count=0").total()).isEqualTo(before + REQUESTS);
    }
}

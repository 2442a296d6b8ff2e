package io.roster.okta.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.fake.Seen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line, each command as a user types it. */
class SimulatorTest {
    private final FakeApp app = new FakeApp();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void commandsWorkOnOneOrgAfterTheOther() {
        assertThat(run("test")).isZero();
        assertThat(run("push", "--people", "20", "--groups", "6")).isZero();
        assertThat(app.users().resources()).hasSize(20);
        assertThat(app.groups().resources()).hasSize(6);
        assertThat(run("change", "--share", "0.33")).isZero();
        assertThat(run("deactivate", "--share", "0.25")).isZero();
        assertThat(active()).isEqualTo(15);
        assertThat(run("reactivate")).isZero();
        assertThat(run("unassign", "--share", "0.5")).isZero();
        assertThat(active()).isEqualTo(10);
        assertThat(run("reassign")).isZero();
        assertThat(active()).isEqualTo(20);
        for (GroupChange change : GroupChange.values()) {
            assertThat(run("regroup", change.toString(), "--share", "0.3"))
                    .as(change.toString())
                    .isZero();
        }
        assertThat(app.groups().resources()).hasSize(4);
        assertThat(run("import")).isZero();
        assertThat(run("verify")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "put, bearer, Bearer s3cret-t0ken, application/json",
        "patch, raw, s3cret-t0ken, application/scim+json",
        "PATCH, basic, Basic b2t0YTpzM2NyZXQtdDBrZW4=, application/scim+json",
    })
    void speaksAsTold(String dialect, String auth, String authorization, String contentType) {
        run("push", "--people", "1", "--dialect", dialect, "--auth", auth);
        assertThat(app.seen())
                .extracting(seen -> seen.headers().getFirst("Authorization"))
                .contains(authorization);
        assertThat(app.seen())
                .filteredOn(seen -> seen.method().equals("POST"))
                .extracting(seen -> seen.headers().getFirst("Content-Type"))
                .allMatch(contentType::equals);
    }

    @Test
    void endsWithOneAtTheFirstRefusal() {
        app.fault((request, reply) -> request.method().equals("POST") ? reply.status(200) : reply);
        assertThat(run("push", "--people", "3")).isEqualTo(1);
        assertThat(app.seen()).map(Seen::method).containsOnlyOnce("POST");
    }

    @Test
    void endsWithTwoWithoutAToken() {
        assertThat(Simulator.run("test", "--url", app.base().toString(), "--token", ""))
                .isEqualTo(2);
        assertThat(Simulator.run("nonsense")).isEqualTo(2);
    }

    @Test
    void endsWithThreeWhenTheAppIsGoneAndGoesOnLater() {
        app.dieAfter(request -> app.seen().size() > 15);
        assertThat(run("push", "--people", "12")).isEqualTo(3);
        app.recover();
        assertThat(run("push")).isZero();
        assertThat(app.users().resources()).hasSize(12);
        assertThat(run("verify")).isZero();
    }

    @Test
    void endsWithFourWhenSomethingIsLost() {
        run("push", "--people", "2");
        app.users().resources().clear();
        assertThat(run("verify")).isEqualTo(4);
    }

    @Test
    void playsTheWholeStory() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(run("scenario", "--people", "30", "--groups", "12")).isZero();
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("people: 30 of 30", "change a third", "0 missing, 0 different, 0 extra", "create user");
    }

    private long active() {
        return app.users().resources().values().stream()
                .filter(user -> user.getBoolean("active"))
                .count();
    }

    private int run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--url", app.base().toString()));
        line.addAll(List.of("--token", FakeApp.TOKEN, "--concurrency", "1"));
        line.addAll(List.of("--state", directory.resolve("org.json").toString()));
        return Simulator.run(line.toArray(String[]::new));
    }
}

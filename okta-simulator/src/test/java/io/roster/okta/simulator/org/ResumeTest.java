package io.roster.okta.simulator.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.fake.Seen;
import io.roster.okta.simulator.push.Dialect;
import io.roster.okta.simulator.push.PatchDialect;
import io.roster.okta.simulator.push.PutDialect;
import io.roster.okta.simulator.review.Comparison;
import io.roster.okta.simulator.scim.Unreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An app that dies in the middle of a push loses nothing of what it answered, and the push goes on. */
class ResumeTest {
    private final FakeApp app = new FakeApp();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        app.close();
    }

    /** Each request of a push of 12 people and 5 groups, in both dialects, is once the one after which the app dies. */
    static Stream<Arguments> cuts() {
        return Stream.of(new PutDialect(), new PatchDialect())
                .flatMap(dialect -> Stream.iterate(1, cut -> cut + 3).limit(11).flatMap(cut -> Stream.of(true, false)
                        .map(done -> Arguments.of(dialect, cut, done))));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void goesOnWhereTheAppDied(Dialect dialect, int cut, boolean done) throws Exception {
        Path file = directory.resolve("org.json");
        AtomicInteger requests = new AtomicInteger();
        Predicate<Seen> dead = request -> requests.incrementAndGet() >= cut;
        if (done) {
            app.dieAfter(dead);
        } else {
            app.dieBefore(dead);
        }
        try (OktaOrg org = app.org().dialect(dialect).state(file).open()) {
            org.hire(12);
            org.found(5);
            assertThatThrownBy(org::push).isInstanceOf(Unreachable.class).hasMessageContaining("No answer from");
        }
        app.recover();
        try (OktaOrg org = app.org().dialect(dialect).state(file).open()) {
            Comparison cutOff = org.verify();
            assertThat(cutOff.equal()).as(cutOff.toString()).isTrue();
            org.push();
            Comparison whole = org.verify();
            assertThat(whole.equal()).as(whole.toString()).isTrue();
            assertThat(whole.people()).isEqualTo(12);
            assertThat(whole.groups()).isEqualTo(5);
        }
    }

    @Test
    void theJournalAloneTellsWhatWasAcknowledged() throws Exception {
        Path file = directory.resolve("org.json");
        Path killed = directory.resolve("killed.json");
        try (OktaOrg org = app.org().state(file).open()) {
            org.hire(5);
            org.push();
            // What a process leaves behind that is killed now, in the middle of writing a line.
            Files.copy(file, killed);
            Files.writeString(
                    directory.resolve("killed.json.journal"),
                    Files.readString(directory.resolve("org.json.journal")) + "{\"event\":\"ackn");
        }
        app.forget();
        try (OktaOrg org = app.org().state(killed).open()) {
            assertThat(org.pending()).isZero();
            org.push();
            assertThat(app.seen()).isEmpty();
            assertThat(org.verify().equal()).isTrue();
        }
    }

    @Test
    void whatDidNotArriveAtAnyTimeIsForgottenWhenItIsNoLongerWanted() throws Exception {
        try (OktaOrg org = app.org().open()) {
            org.hire(1);
            org.push();
            org.found(1);
            app.dieBefore(request -> request.method().equals("POST"));
            assertThatThrownBy(org::push).isInstanceOf(Unreachable.class);
            app.recover();
            org.regrouping().delete(1);
            assertThat(org.pending()).isZero();
            assertThat(org.verify().groups()).isZero();
        }
    }

    @Test
    void noSecondRunWritesToTheSameFile() throws Exception {
        Path file = directory.resolve("org.json");
        try (OktaOrg org = app.org().state(file).open()) {
            assertThatThrownBy(() -> app.org().state(file).open())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is in use by another run");
            assertThat(org.people()).isEmpty();
        }
        assertThat(Files.exists(directory.resolve("org.json.journal"))).isFalse();
    }

    @Test
    void nothingIsSentAboutWhatIsAcknowledged() throws Exception {
        try (OktaOrg org = app.org().open()) {
            org.hire(3);
            org.found(2);
            org.push();
            app.forget();
            org.push();
            assertThat(app.seen()).isEmpty();
            assertThat(org.pending()).isZero();
        }
    }
}

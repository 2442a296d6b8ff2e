package io.roster.okta.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.fake.FakeApp;
import io.roster.okta.simulator.push.Dialect;
import io.roster.okta.simulator.push.PatchDialect;
import io.roster.okta.simulator.push.PutDialect;
import io.roster.okta.simulator.review.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole story against an app that does everything right. */
class ScenarioTest {

    static Stream<Dialect> dialects() {
        return Stream.of(new PutDialect(), new PatchDialect());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void findsEverythingEqualAtTheEnd(Dialect dialect) throws Exception {
        List<String> steps = new ArrayList<>();
        try (FakeApp app = new FakeApp();
                OktaOrg org = app.org().dialect(dialect).concurrency(3).open()) {
            Comparison comparison = new Scenario(org, steps::add).play(120, 20);
            assertThat(comparison.equal()).as(comparison.toString()).isTrue();
            assertThat(comparison.people()).isEqualTo(120);
            assertThat(comparison.groups()).isEqualTo(16);
            assertThat(app.users().resources().values().stream()
                            .filter(user -> !user.getBoolean("active"))
                            .count())
                    .isEqualTo(6);
            assertThat(org.pending()).isZero();
            assertThat(org.timings().lines()).extracting("kind").contains("create user", "push now", "delete group");
        }
        assertThat(steps).hasSize(20);
    }

    @Test
    void goesOnInAnAppThatHadPeopleBefore() throws Exception {
        List<String> steps = new ArrayList<>();
        try (FakeApp app = new FakeApp();
                OktaOrg first = app.org().seed(2).open();
                OktaOrg org = app.org().open()) {
            first.hire(3);
            first.push();
            Comparison comparison = new Scenario(org, steps::add).play(10, 5);
            assertThat(comparison.complete()).isTrue();
            assertThat(comparison.extra()).hasSize(3);
        }
        assertThat(steps).hasSize(20);
    }

    @Test
    void endsEarlyWhereSomethingIsLost() throws Exception {
        List<String> steps = new ArrayList<>();
        try (FakeApp app = new FakeApp();
                OktaOrg org = app.org().open()) {
            app.dieBefore(request -> {
                if (request.target().endsWith("/Users?startIndex=1&count=100")) {
                    app.users().resources().clear();
                }
                return false;
            });
            assertThat(new Scenario(org, steps::add).play(10, 1).missing()).hasSize(10);
        }
        assertThat(steps.get(steps.size() - 1)).startsWith("import everything and compare");
        assertThat(steps).hasSize(4);
    }
}

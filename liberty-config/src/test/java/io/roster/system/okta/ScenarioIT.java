package io.roster.system.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.Scenario;
import io.roster.okta.simulator.push.Dialect;
import io.roster.okta.simulator.push.PatchDialect;
import io.roster.okta.simulator.push.PutDialect;
import io.roster.okta.simulator.review.Comparison;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An Okta org's whole story with a running server. The servers are those of the other tests, so that the final import
 * must hold everything of the org and may hold more.
 */
class ScenarioIT {
    @ParameterizedTest
    @CsvSource({"DERBY,PATCH,300,20", "DERBY,PUT,300,20", "POSTGRESQL,PATCH,300,20", "POSTGRESQL,PUT,300,20"})
    void oktaIsContent(SharedRoster roster, String dialect, int people, int groups) throws IOException {
        try (OktaOrg org = OktaOrg.at(roster.server().scim())
                .token(RunningRoster.TOKEN)
                .dialect(dialect(dialect))
                .seed(dialect.hashCode())
                .concurrency(4)
                .open()) {
            Comparison comparison = new Scenario(org, System.out::println).play(people, groups);
            System.out.println(roster + " " + dialect + "\n" + org.timings());
            assertThat(comparison.complete()).as("%s", comparison).isTrue();
            assertThat(org.pending()).isZero();
        }
    }

    private static Dialect dialect(String name) {
        return name.equals("PUT") ? new PutDialect() : new PatchDialect();
    }
}

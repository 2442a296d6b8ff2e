package io.roster.system.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.review.Comparison;
import io.roster.okta.simulator.scim.Unreachable;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is killed in the middle of a push: what it answered with success is there when it is back. */
class KillIT {
    private static final int PEOPLE = 240;
    private static final int GROUPS = 15;
    private static final int KILLS = 2;

    @ParameterizedTest
    @EnumSource(SharedRoster.class)
    void nothingThatWasAcknowledgedIsLost(SharedRoster database) throws Exception {
        RunningRoster roster = database.toKill();
        try (OktaOrg org = OktaOrg.at(roster.scim())
                .token(RunningRoster.TOKEN)
                .concurrency(4)
                .open()) {
            List<String> others = org.verify().extra();
            org.hire(PEOPLE);
            org.found(GROUPS);
            int planned = org.pending();
            for (int kill = 1; kill <= KILLS; kill++) {
                int left = planned - planned * kill / (KILLS + 1);
                killWhenPending(roster, org, left);
                assertThat(org.pending()).as("the push was interrupted").isPositive();
                roster.start();
                Comparison comparison = org.verify();
                assertThat(comparison.complete())
                        .as("after kill %s: %s", kill, comparison)
                        .isTrue();
            }
            org.push();
            Comparison comparison = org.verify();
            assertThat(comparison.complete()).as("%s", comparison).isTrue();
            assertThat(comparison.extra()).containsExactlyInAnyOrderElementsOf(others);
        }
    }

    private static void killWhenPending(RunningRoster roster, OktaOrg org, int left) {
        Executor soon = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
            while (org.pending() > left) {
                CompletableFuture.runAsync(() -> {}, soon).join();
            }
            roster.kill();
        });
        assertThatThrownBy(org::push).isInstanceOf(Unreachable.class);
        killer.join();
    }
}

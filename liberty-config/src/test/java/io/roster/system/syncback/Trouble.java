package io.roster.system.syncback;

import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.fault.Fault;
import io.roster.okta.simulator.fault.FaultRule;
import io.roster.okta.simulator.http.OktaError;
import io.roster.system.RunningRoster;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** What goes wrong while Roster writes to a simulated Okta. */
final class Trouble {
    private static final Map<Fault, Double> FAULTS = new EnumMap<>(Map.of(
            Fault.RATE_LIMITED, 0.002,
            Fault.UNAVAILABLE, 0.01,
            Fault.SLOW, 0.005,
            Fault.CUT_BEFORE, 0.01,
            Fault.CUT_AFTER, 0.01,
            Fault.WRONG_JSON, 0.005));

    private final OktaApi okta;

    /** Begins at once. */
    Trouble(OktaApi okta) {
        this.okta = okta;
        okta.faults().slowness(Duration.ofSeconds(1));
        okta.faults().storm(Duration.ofSeconds(2));
        FAULTS.forEach((fault, share) -> okta.faults()
                .add(FaultRule.sometimes(share, fault.ordinal() + 1, fault).on("", "/api/v1/users")));
    }

    /** How often something went wrong so far. */
    int struck() {
        return FAULTS.keySet().stream().mapToInt(okta.faults()::struck).sum();
    }

    void end() {
        okta.faults().clear();
    }

    /** Kills the server when so many writes took effect: of the last of them it never hears. */
    void killAfterWrite(int writes, RunningRoster server) {
        AtomicBoolean done = new AtomicBoolean();
        okta.hooks().after((request, answer) -> {
            if (okta.writes().count() >= writes && done.compareAndSet(false, true)) {
                server.kill();
            }
        });
    }

    /** Kills the server when so many writes took effect, before the next one does. */
    void killBeforeWrite(int writes, RunningRoster server) {
        AtomicBoolean done = new AtomicBoolean();
        okta.hooks().before(request -> {
            if (request.method().equals("POST") && okta.writes().count() >= writes && done.compareAndSet(false, true)) {
                server.kill();
                throw new OktaError(503, "E0000010", "Nobody hears this");
            }
        });
    }
}

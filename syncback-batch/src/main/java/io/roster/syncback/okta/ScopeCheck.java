package io.roster.syncback.okta;

import io.roster.okta.ConnectionTest;
import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Signs a service app in, and finds out which scopes it lacks: Okta refuses all of them when one is not granted. */
record ScopeCheck(OktaConnection connection, ServiceApp app) {

    StepOutcome outcome() {
        try {
            Set<String> missing = new TreeSet<>(ConnectionTest.SCOPES);
            missing.removeAll(granted(ConnectionTest.SCOPES));
            return missing.isEmpty()
                    ? outcome(Finding.SCOPES_GRANTED, ConnectionTest.SCOPES)
                    : outcome(Finding.SCOPES_MISSING, missing);
        } catch (OktaException e) {
            StepOutcome refused = Findings.of(Step.SIGN_IN, e);
            return refused.finding() == Finding.SCOPES_MISSING ? outcome(Finding.SCOPES_MISSING, missing()) : refused;
        }
    }

    private Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (String scope : ConnectionTest.SCOPES) {
            try {
                granted(Set.of(scope));
            } catch (OktaException e) {
                missing.add(scope);
            }
        }
        return missing;
    }

    private Set<String> granted(Set<String> scopes) {
        return OktaClients.tokens(connection, app, scopes).usable().scopes();
    }

    private static StepOutcome outcome(Finding finding, Set<String> scopes) {
        return new StepOutcome(Step.SIGN_IN, finding, List.of(String.join(", ", new TreeSet<>(scopes))));
    }
}

package io.roster.syncback.okta;

import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Signs a service app in, and finds out which scopes it lacks: Okta refuses all of them when one is not granted. */
record ScopeCheck(OktaConnection connection, ServiceApp app, Set<String> scopes) {

    StepOutcome outcome() {
        try {
            Set<String> missing = new TreeSet<>(scopes);
            missing.removeAll(granted(scopes));
            return missing.isEmpty()
                    ? outcome(Finding.SCOPES_GRANTED, scopes)
                    : outcome(Finding.SCOPES_MISSING, missing);
        } catch (OktaException e) {
            StepOutcome refused = Findings.of(Step.SIGN_IN, e);
            return refused.finding() == Finding.SCOPES_MISSING ? outcome(Finding.SCOPES_MISSING, missing()) : refused;
        }
    }

    /** {@return those that Okta refuses, asked for one by one} */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (String scope : scopes) {
            try {
                granted(Set.of(scope));
            } catch (OktaException e) {
                missing.add(scope);
            }
        }
        return missing;
    }

    private Set<String> granted(Set<String> asked) {
        return OktaClients.tokens(connection, app, asked).usable().scopes();
    }

    private static StepOutcome outcome(Finding finding, Set<String> named) {
        return new StepOutcome(Step.SIGN_IN, finding, List.of(String.join(", ", new TreeSet<>(named))));
    }
}

package io.roster.syncback.okta;

import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import java.util.List;

/** What a refusal means to whoever sets the connection up. */
final class Findings {

    private Findings() {}

    static StepOutcome of(Step step, OktaException thrown) {
        return new StepOutcome(step, finding(step, thrown), List.of(said(thrown)));
    }

    private static Finding finding(Step step, OktaException thrown) {
        if (!thrown.isAnswered()) {
            return Finding.valueOf(thrown.unanswered().orElseThrow().name());
        }
        int status = thrown.status();
        boolean okta = !thrown.errorCode().isEmpty();
        if (status >= 300 && status < 400) {
            return Finding.ELSEWHERE;
        } else if (status == 429) {
            return Finding.RATE_LIMITED;
        } else if (!okta) {
            return status < 500 || step == Step.REACH ? Finding.NOT_OKTA : Finding.REFUSED;
        }
        return switch (thrown.errorCode()) {
            case "invalid_client" -> Finding.BAD_CLIENT;
            case "invalid_scope", "access_denied" -> Finding.SCOPES_MISSING;
            case "invalid_dpop_proof", "use_dpop_nonce" -> Finding.DPOP;
            default -> byStatus(step, status);
        };
    }

    private static Finding byStatus(Step step, int status) {
        return switch (status) {
            case 401 -> Finding.BAD_TOKEN;
            case 403 -> Finding.FORBIDDEN;
            case 400 -> step == Step.EXTENSION || step == Step.NUMBER ? Finding.ATTRIBUTE_REFUSED : Finding.REFUSED;
            default -> Finding.REFUSED;
        };
    }

    private static String said(OktaException thrown) {
        String text = thrown.getMessage();
        return thrown.requestId().isEmpty() ? text : text + " (" + thrown.requestId() + ")";
    }
}

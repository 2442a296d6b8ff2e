package io.roster.syncback.okta;

import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/**
 * Sends a user the very value of an attribute that the user has: what refuses this would refuse the job. Who changes the
 * user meanwhile wins, so that nothing is changed in any case.
 *
 * @param client signed in
 * @param attribute the name in Okta
 * @param login whose
 */
record AttributeTrial(OktaClient client, String attribute, String login) {

    private static final Map<String, Finding> REASONS = Map.of(
            "E0000007", Finding.TRIAL_NOBODY,
            "E0000023", Finding.TRIAL_MASTERED,
            "E0000038", Finding.TRIAL_INACTIVE,
            "E0000075", Finding.TRIAL_MAPPED,
            "E0000076", Finding.TRIAL_MASTERED,
            "E0000077", Finding.TRIAL_READ_ONLY,
            "E0000078", Finding.TRIAL_READ_ONLY);

    /**
     * Does it.
     *
     * @param fit what the schema says of the attribute
     * @return what Okta says
     * @throws OktaException when Okta refuses for another reason than one of user or attribute
     */
    StepOutcome after(StepOutcome fit) {
        try {
            OktaUser user = client.user(login).value();
            JsonValue value = user.profile().getOrDefault(attribute, JsonValue.NULL);
            JsonObject profile = OktaJson.BUILDERS
                    .createObjectBuilder()
                    .add(attribute, value)
                    .build();
            client.update(user.id(), user.etag(), profile);
            boolean mastered = fit.finding() == Finding.ATTRIBUTE_MASTERED;
            return outcome(fit, mastered ? Finding.TRIED_MASTERED : Finding.TRIED, "");
        } catch (OktaException e) {
            Finding reason = REASONS.get(e.errorCode());
            if (reason == null) {
                throw e;
            }
            return outcome(fit, reason, e.getMessage());
        }
    }

    private StepOutcome outcome(StepOutcome fit, Finding finding, String said) {
        return new StepOutcome(fit.step(), finding, List.of(attribute, login, said));
    }
}

package io.roster.syncback.okta;

import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import java.util.List;

/** Whether an attribute of Okta takes what is to be written to it. */
final class AttributeFit {

    /** E.164 has 15 digits at most (ITU-T E.164 section 6.1), with the plus sign before them. Extensions are shorter. */
    private static final int NUMBER = 16;

    private static final int EXTENSION = 8;

    /** How long an attribute is made. */
    static final int LENGTH = 20;

    private AttributeFit() {}

    static StepOutcome outcome(Step step, String name, UserSchema schema) {
        return schema.attribute(name)
                .map(attribute -> outcome(step, attribute))
                .orElseGet(() -> new StepOutcome(step, Finding.ATTRIBUTE_MISSING, List.of(name)));
    }

    private static StepOutcome outcome(Step step, SchemaAttribute attribute) {
        int needed = step == Step.NUMBER ? NUMBER : EXTENSION;
        if (!attribute.type().equals("string")) {
            return new StepOutcome(step, Finding.ATTRIBUTE_TYPE, List.of(attribute.name(), attribute.type()));
        } else if (attribute.maxLength().orElse(needed) < needed) {
            String length = String.valueOf(attribute.maxLength().getAsInt());
            return new StepOutcome(
                    step, Finding.ATTRIBUTE_SHORT, List.of(attribute.name(), length, String.valueOf(needed)));
        } else if (attribute.readOnly()) {
            return new StepOutcome(step, Finding.ATTRIBUTE_READ_ONLY, List.of(attribute.name()));
        }
        boolean okta = attribute.master().isEmpty() || attribute.master().equals("OKTA");
        return new StepOutcome(
                step, okta ? Finding.ATTRIBUTE_FITS : Finding.ATTRIBUTE_MASTERED, List.of(attribute.name()));
    }
}

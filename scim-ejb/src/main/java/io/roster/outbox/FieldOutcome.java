package io.roster.outbox;

/**
 * What came of one field in one attempt.
 *
 * @param field which
 * @param state what came of it
 * @param before what Okta had, {@code null} for nothing or where it is not known
 * @param after what Okta should have, {@code null} for nothing
 * @param reason why it was not written, {@code null} where it was
 */
public record FieldOutcome(Field field, FieldState state, String before, String after, Reason reason) {

    /** {@return whether it is known what Okta has of Roster from now on} */
    boolean isSettled() {
        return state == FieldState.WRITTEN || state == FieldState.UNCHANGED || state == FieldState.LEFT;
    }

    /** {@return what Okta has of Roster, where that is known} */
    String ofRoster() {
        return state == FieldState.LEFT ? null : after;
    }
}

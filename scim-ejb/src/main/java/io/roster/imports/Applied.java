package io.roster.imports;

/**
 * What came of a candidate that was not refused.
 *
 * @param outcome how far it came
 * @param rosterId the person or group; {@code null} where there is none
 */
record Applied(Outcome outcome, String rosterId) {

    /** How far it came. */
    enum Outcome {
        /** It is so now. */
        DONE,
        /** A part of it; there is more to do. */
        PART,
        /** It is about somebody who is there no more. */
        GONE
    }

    static final Applied NOBODY = new Applied(Outcome.GONE, null);

    static Applied done(String rosterId) {
        return new Applied(Outcome.DONE, rosterId);
    }
}

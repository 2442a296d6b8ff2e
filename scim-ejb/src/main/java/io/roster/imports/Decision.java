package io.roster.imports;

/** What an administrator decides about a candidate. */
public enum Decision {
    /** It is to be applied as it is shown: linked with the person that it names, or, where it is new, created. */
    CONFIRM(CandidateState.CONFIRMED, " and wanted is not null and (roster_id is not null or kind = 'NEW')"),
    /** A new person or group is to be created, although some match. */
    CREATE(CandidateState.CONFIRMED, " and wanted is not null and kind in ('PARTIAL', 'CONFLICT')"),
    /** Nothing is to be done about it, by later runs neither. */
    IGNORE(CandidateState.IGNORED, ""),
    /** Somebody is to decide once more. */
    REOPEN(CandidateState.WAITING, "");

    private final CandidateState to;
    private final String condition;

    Decision(CandidateState to, String condition) {
        this.to = to;
        this.condition = condition;
    }

    /** @return the state in which candidates are afterwards */
    public CandidateState to() {
        return to;
    }

    /**
     * @param state of a candidate
     * @return whether this can be decided about it; what is applied is past deciding
     */
    public boolean isPossibleFrom(CandidateState state) {
        return state != CandidateState.APPLIED && state != to;
    }

    /** Of the candidates in a possible state, those that it can be about. */
    String condition() {
        return condition;
    }
}

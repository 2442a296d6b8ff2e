package io.roster.imports;

import java.util.Objects;

/**
 * What becomes of a candidate by what a run found. Pure.
 *
 * @param todo what is to be written
 * @param id of the candidate that is there, {@code null} for a new one
 * @param finding what was found; {@code null} where it goes away
 * @param state in which it is afterwards
 */
record CandidateChange(Todo todo, String id, Finding finding, CandidateState state) {

    /** What is to be written. */
    enum Todo {
        /** A new row. */
        INSERT,
        /** All of the row. */
        REWRITE,
        /** What Okta owns; the administrator's decision stays. */
        REFRESH,
        /** That this run found it too. */
        SEEN,
        /** The row goes away. */
        DELETE
    }

    /**
     * Decides.
     *
     * @param stored the candidate that is there, {@code null} for none
     * @param finding what was found; {@code null} for nothing to do
     * @param settings how to confirm
     * @param run the run that found it
     * @return what is to be written, {@code null} for nothing
     */
    static CandidateChange of(StoredCandidate stored, Finding finding, ImportSettings settings, MatchedRun run) {
        if (stored == null) {
            return finding == null ? null : new CandidateChange(Todo.INSERT, null, finding, finding.state(settings));
        } else if (finding == null) {
            // A dry run looks at what an administrator ignores, and leaves it.
            return stored.preview().equals(run.preview())
                    ? new CandidateChange(Todo.DELETE, stored.id(), null, null)
                    : null;
        }
        CandidateState state = finding.state(settings);
        boolean sameMatter = stored.isOfLinked() == StoredCandidate.isOfLinked(finding.kind());
        if (!sameMatter && !stored.preview().equals(run.preview())) {
            return new CandidateChange(Todo.INSERT, null, finding, state);
        }
        if (sameMatter && stored.state() == CandidateState.IGNORED) {
            return seen(stored, run);
        }
        boolean decided = stored.decidedBy() != null && sameMatter && state != CandidateState.REFUSED;
        if (decided && stored.state() == CandidateState.WAITING) {
            // Reopened: an administrator wants to decide.
            return stored.tells(finding)
                    ? seen(stored, run)
                    : new CandidateChange(Todo.REWRITE, stored.id(), finding, CandidateState.WAITING);
        }
        // Whoever confirmed a change has not confirmed that somebody leaves: that is for the safeguard to count.
        boolean sameAim = stored.kind() == finding.kind() || !stored.isOfLinked();
        if (decided
                && sameAim
                && (stored.state() == CandidateState.CONFIRMED || stored.state() == CandidateState.REFUSED)) {
            // What was refused once is tried again by each run that finds it: what stood in its way may be gone.
            return stored.tells(finding) && stored.state() == CandidateState.CONFIRMED
                    ? seen(stored, run)
                    : new CandidateChange(Todo.REFRESH, stored.id(), finding, CandidateState.CONFIRMED);
        }
        boolean sameRefusal = Objects.equals(stored.refusal(), finding.refusal());
        if (sameMatter && stored.tells(finding) && stored.state() == state && sameRefusal) {
            return seen(stored, run);
        }
        return new CandidateChange(Todo.REWRITE, stored.id(), finding, state);
    }

    /**
     * Decides about somebody for whom something was applied earlier.
     *
     * @param id of that candidate
     * @param finding what was found now
     * @param settings how to confirm
     * @return what is to be written
     */
    static CandidateChange again(String id, Finding finding, ImportSettings settings) {
        return new CandidateChange(Todo.REWRITE, id, finding, finding.state(settings));
    }

    private static CandidateChange seen(StoredCandidate stored, MatchedRun run) {
        return stored.runId().equals(run.id()) || !stored.preview().equals(run.preview())
                ? null
                : new CandidateChange(Todo.SEEN, stored.id(), null, stored.state());
    }
}

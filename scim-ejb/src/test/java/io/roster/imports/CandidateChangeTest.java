package io.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a candidate that is there, by what a run found: a table of cases. */
class CandidateChangeTest {

    private static final MatchedRun RUN = new MatchedRun("run2", true, false, false);
    private static final ImportSettings SETTINGS = OktaUsers.settings(List.of("userName"), true, true, false, false);

    private static Finding finding(CandidateKind kind, String title) {
        return new Finding(
                "00u1",
                "ada",
                kind,
                "p1",
                "Ada",
                "p1",
                List.of(),
                "[]",
                OktaUsers.json("{'title':'" + title + "'}"),
                null);
    }

    private static StoredCandidate stored(CandidateKind kind, CandidateState state, String by) {
        return new StoredCandidate(
                "c1", "", "run1", "00u1", kind, state, "p1", "p1", "[]", "[]", "{\"title\":\"Boss\"}", null, by);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // stored kind, state, by      | found kind, title  | todo    | state
                "EXACT   | CONFIRMED | -       | EXACT      | Boss  | SEEN    | CONFIRMED",
                "EXACT   | CONFIRMED | -       | EXACT      | Clerk | REWRITE | CONFIRMED",
                "EXACT   | WAITING   | -       | EXACT      | Boss  | REWRITE | CONFIRMED",
                "PARTIAL | WAITING   | -       | PARTIAL    | Boss  | SEEN    | WAITING",
                "PARTIAL | WAITING   | -       | EXACT      | Boss  | REWRITE | CONFIRMED",
                "EXACT   | WAITING   | erika   | EXACT      | Boss  | SEEN    | WAITING",
                "EXACT   | WAITING   | erika   | EXACT      | Clerk | REWRITE | WAITING",
                "PARTIAL | CONFIRMED | erika   | PARTIAL    | Boss  | SEEN    | CONFIRMED",
                "PARTIAL | CONFIRMED | erika   | PARTIAL    | Clerk | REFRESH | CONFIRMED",
                "PARTIAL | REFUSED   | erika   | PARTIAL    | Boss  | REFRESH | CONFIRMED",
                "NEW     | REFUSED   | -       | NEW        | Boss  | REWRITE | WAITING",
                "PARTIAL | IGNORED   | erika   | PARTIAL    | Clerk | SEEN    | IGNORED",
                "PARTIAL | IGNORED   | erika   | EXACT      | Clerk | SEEN    | IGNORED",
                "PARTIAL | IGNORED   | erika   | UPDATE     | Clerk | REWRITE | CONFIRMED",
                "UPDATE  | IGNORED   | erika   | DEACTIVATE | Clerk | SEEN    | IGNORED",
                "UPDATE  | CONFIRMED | erika   | UPDATE     | Clerk | REFRESH | CONFIRMED",
                "UPDATE  | CONFIRMED | erika   | DEACTIVATE | Clerk | REWRITE | CONFIRMED",
                "UPDATE  | REFUSED   | erika   | DEACTIVATE | Clerk | REWRITE | CONFIRMED",
            })
    void isWrittenOnlyWhereItDiffers(
            CandidateKind kind,
            CandidateState state,
            String by,
            CandidateKind foundKind,
            String title,
            CandidateChange.Todo todo,
            CandidateState after) {
        CandidateChange change = CandidateChange.of(stored(kind, state, by), finding(foundKind, title), SETTINGS, RUN);
        assertThat(change.todo()).isEqualTo(todo);
        assertThat(change.state()).isEqualTo(after);
    }

    @Test
    void goesAwayWhereThereIsNothingToDo() {
        CandidateChange change =
                CandidateChange.of(stored(CandidateKind.EXACT, CandidateState.WAITING, null), null, SETTINGS, RUN);
        assertThat(change.todo()).isEqualTo(CandidateChange.Todo.DELETE);
        assertThat(CandidateChange.of(null, null, SETTINGS, RUN)).isNull();
    }

    @Test
    void aDryRunLeavesWhatIsToBeDoneAsItIs() {
        MatchedRun dry = new MatchedRun("run2", true, true, false);
        StoredCandidate ignored = stored(CandidateKind.NEW, CandidateState.IGNORED, "erika");
        assertThat(CandidateChange.of(ignored, null, SETTINGS, dry)).isNull();
        assertThat(CandidateChange.of(ignored, finding(CandidateKind.NEW, "Boss"), SETTINGS, dry))
                .isNull();
    }
}

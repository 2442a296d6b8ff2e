package io.roster.imports;

import static io.roster.imports.CandidateKind.CONFLICT;
import static io.roster.imports.CandidateKind.EXACT;
import static io.roster.imports.CandidateKind.NEW;
import static io.roster.imports.CandidateKind.PARTIAL;
import static io.roster.imports.CandidateKind.UPDATE;
import static io.roster.imports.CandidateState.CONFIRMED;
import static io.roster.imports.CandidateState.IGNORED;
import static io.roster.imports.CandidateState.REFUSED;
import static io.roster.imports.CandidateState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.imports.CandidateRefused.Reason;
import io.roster.persistence.ExplainingDataSource;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What imports found, as administrators list it and decide about it. */
@OnEachDatabase
class CandidatesTest {

    private static final Instant SEEN = Instant.ofEpochMilli(1_000);

    @Parameter
    TestDatabase database;

    private FoundCandidates found;

    @BeforeEach
    void candidates() {
        found = new FoundCandidates(database);
        found.person("ada-id", "Ada", null);
        found.person("bob-id", "Bob", "00uother");
        found.add("c-ada", "ada", EXACT, WAITING, "ada-id");
        found.add("c-zoe", "Zoë", NEW, WAITING, null);
        found.add("c-bob", "bob", UPDATE, CONFIRMED, "bob-id");
        found.add("c-eve", "Eve", CONFLICT, WAITING, null);
        found.add("c-max", "max", PARTIAL, WAITING, "ada-id");
    }

    @Test
    void countsAreOfEachKindInEachState() {
        assertThat(found.<Map<?, ?>>as("erika", candidates -> candidates.counts("")))
                .isEqualTo(Map.of(
                        WAITING, Map.of(EXACT, 1L, NEW, 1L, CONFLICT, 1L, PARTIAL, 1L), CONFIRMED, Map.of(UPDATE, 1L)));
        assertThat(statements(all -> all.counts(""))).isEqualTo(1);
    }

    @Test
    void pagesAreByKindAndNameAndFollowEachOther() {
        CandidateQuery waiting = new CandidateQuery("", WAITING, null, null);
        assertThat(names(waiting, 0, 9)).containsExactly("Eve", "ada", "Zoë", "max");
        assertThat(Stream.of(0, 2).flatMap(offset -> names(waiting, offset, 2).stream()))
                .containsExactly("Eve", "ada", "Zoë", "max");
        assertThat(names(new CandidateQuery("", WAITING, NEW, "ZOË"), 0, 9)).containsExactly("Zoë");
        assertThat(names(new CandidateQuery("", WAITING, null, "%"), 0, 9)).isEmpty();
        assertThat(names(new CandidateQuery("some dry run", WAITING, null, null), 0, 9))
                .isEmpty();
    }

    @Test
    void aLongListIsReadByIndexWithAsManyStatementsAsAShortOne() {
        IntStream.range(0, 1_200).forEach(i -> found.add("n" + i, "New %04d".formatted(i), NEW, WAITING, null));
        ExplainingDataSource explaining = new ExplainingDataSource(database);
        CandidateRows rows = new CandidateRows(explaining.dataSource());
        CandidateQuery query = new CandidateQuery("", WAITING, NEW, null);
        assertThat(rows.page(query, 1_000, 50))
                .hasSize(50)
                .first()
                .extracting(Candidate::oktaName)
                .isEqualTo("New 1000");
        rows.page(new CandidateQuery("", WAITING, null, "new 11"), 0, 50);
        assertThat(explaining.plans())
                .doesNotContain("Seq Scan on import_candidate", "Table Scan ResultSet for IMPORT_CANDIDATE")
                .doesNotContain("Sort ResultSet");
        assertThat(statements(all -> all.page(query, 0, 50))).isEqualTo(2);
    }

    @Test
    void whatARunFoundIsListedByState() {
        assertThat(found.<Map<?, ?>>as("erika", all -> all.countsOf("run")))
                .isEqualTo(Map.of(WAITING, 4L, CONFIRMED, 1L));
        assertThat(found.<List<Candidate>>as("erika", all -> all.of("run", WAITING, 1, 2)))
                .extracting(Candidate::id)
                .containsExactly("c-eve", "c-max");
        assertThat(found.<List<Candidate>>as("erika", all -> all.of("other", WAITING, 0, 9)))
                .isEmpty();
    }

    @Test
    void whomTheyAreAboutIsReadAsItIsNow() {
        Map<String, RosterSide> sides = found.as("erika", all -> all.sides(List.of("ada-id", "bob-id", "gone")));
        assertThat(sides.values())
                .containsExactlyInAnyOrder(
                        new RosterSide("ada-id", "Ada", "Ada@example.org", "ada@home", true, null),
                        new RosterSide("bob-id", "Bob", "Bob@example.org", "bob@home", true, "00uother"));
    }

    @Test
    void aDecisionIsAnEventAndIsToldToTheJob() {
        found.run("erika", all -> all.decide(Decision.CONFIRM, "c-ada", WAITING, SEEN));
        assertThat(found.row("c-ada")).isEqualTo("CONFIRMED ada-id erika");
        assertThat(found.confirmedBy()).containsExactly("erika");
        assertThat(found.events())
                .containsExactly("erika ImportCandidate c-ada ada [{\"attribute\":\"was\",\"after\":\"WAITING\"},"
                        + "{\"attribute\":\"decision\",\"after\":\"CONFIRM\"}]");
        found.run("max", all -> all.decide(Decision.IGNORE, "c-zoe", WAITING, SEEN));
        assertThat(found.row("c-zoe")).isEqualTo("IGNORED null max");
        assertThat(found.confirmedBy()).hasSize(1);
    }

    @Test
    void ofTwoAdministratorsTheSecondIsToldWhoWasFirst() {
        found.run("erika", all -> all.decide(Decision.IGNORE, "c-ada", WAITING, SEEN));
        refused(
                Reason.DECIDED,
                "erika",
                () -> found.run("max", all -> all.decide(Decision.CONFIRM, "c-ada", WAITING, SEEN)));
        assertThat(found.row("c-ada")).isEqualTo("IGNORED ada-id erika");
        found.run("max", all -> all.decide(Decision.REOPEN, "c-ada", IGNORED, SEEN));
        assertThat(found.row("c-ada")).isEqualTo("WAITING ada-id max");
        assertThat(found.confirmedBy()).isEmpty();
    }

    @Test
    void whatALaterRunFoundIsNotDecidedUnseen() {
        Instant before = Instant.ofEpochMilli(499);
        refused(
                Reason.FOUND_ANEW,
                "ada",
                () -> found.run("max", all -> all.decide(Decision.CONFIRM, "c-ada", WAITING, before)));
        refused(Reason.GONE, null, () -> found.run("max", all -> all.decide(Decision.IGNORE, "no", WAITING, SEEN)));
        refused(
                Reason.NOBODY,
                null,
                () -> found.run("max", all -> all.decide(Decision.CONFIRM, "c-eve", WAITING, SEEN)));
        CandidateQuery waiting = new CandidateQuery("", WAITING, null, null);
        assertThat(found.<Integer>as("max", all -> all.decide(Decision.IGNORE, waiting, List.of(), before)))
                .isZero();
        assertThat(found.events()).isEmpty();
    }

    @Test
    void somebodyElseIsChosenUnlessLinkedOrChosenAlready() {
        refused(Reason.LINKED, "Bob", () -> found.run("max", all -> all.choose("c-eve", "bob-id", WAITING, SEEN)));
        refused(Reason.NO_PERSON, "Eve", () -> found.run("max", all -> all.choose("c-eve", "no", WAITING, SEEN)));
        found.run("max", all -> all.choose("c-eve", "ada-id", WAITING, SEEN));
        assertThat(found.row("c-eve")).isEqualTo("CONFIRMED ada-id max");
        assertThat(found.confirmedBy()).containsExactly("max");
        Candidate chosen = found.as("max", all -> all.find("c-eve").orElseThrow());
        assertThat(chosen.rosterName()).isEqualTo("Ada");
        assertThat(chosen.differences())
                .isEqualTo("[{\"attribute\":\"title\",\"before\":\"Clerk\",\"after\":\"Boss\"}]");
        refused(Reason.CHOSEN, "Eve", () -> found.run("max", all -> all.choose("c-max", "ada-id", WAITING, SEEN)));
    }

    @Test
    void whoMatchesOnlyPartlyIsCreatedInstead() {
        found.run("max", all -> all.decide(Decision.CREATE, "c-max", WAITING, SEEN));
        assertThat(found.row("c-max")).isEqualTo("CONFIRMED null max");
        refused(
                Reason.DECIDED,
                null,
                () -> found.run("max", all -> all.decide(Decision.CREATE, "c-ada", WAITING, SEEN)));
    }

    @Test
    void whatWasRefusedIsConfirmedOnceMore() {
        found.change(
                "update import_candidate set state = 'REFUSED', refusal = 'The userName is taken' where id = 'c-ada'");
        found.run("max", all -> all.decide(Decision.CONFIRM, "c-ada", REFUSED, SEEN));
        assertThat(found.as("max", all -> all.find("c-ada").orElseThrow()).refusal())
                .isNull();
    }

    @Test
    void manyAreDecidedAtOnceExceptThoseOfWhichNobodyIsChosen() {
        CandidateQuery waiting = new CandidateQuery("", WAITING, null, null);
        assertThat(found.<Integer>as("max", all -> all.count(Decision.CONFIRM, waiting, List.of(), SEEN)))
                .isEqualTo(3);
        assertThat(found.<Integer>as(
                        "max", all -> all.decide(Decision.CONFIRM, waiting, List.of("c-ada", "c-eve"), SEEN)))
                .isEqualTo(1);
        assertThat(found.<Integer>as("max", all -> all.decide(Decision.CONFIRM, waiting, List.of(), SEEN)))
                .isEqualTo(2);
        assertThat(found.row("c-eve")).isEqualTo("WAITING null null");
        assertThat(found.row("c-zoe")).isEqualTo("CONFIRMED null max");
        assertThat(found.confirmedBy()).containsExactly("max", "max");
        assertThat(found.events())
                .hasSize(2)
                .last()
                .asString()
                .contains("2 candidates", "\"CONFIRM\"", "[\"max\",\"Zoë\"]");
    }

    @Test
    void thousandsAreDecidedInBoundedTransactions() {
        IntStream.range(0, 2 * CandidateWriter.MOST + 10)
                .forEach(i -> found.add("n" + i, "New %04d".formatted(i), NEW, WAITING, null));
        CandidateQuery query = new CandidateQuery("", WAITING, NEW, "new");
        assertThat(found.<Integer>as("max", all -> all.decide(Decision.CONFIRM, query, List.of(), SEEN)))
                .isEqualTo(2 * CandidateWriter.MOST + 10);
        assertThat(found.row("c-zoe")).startsWith("WAITING");
        assertThat(found.events()).hasSize(3);
        assertThat(found.confirmedBy()).hasSize(1);
    }

    private int statements(Function<Candidates, ?> call) {
        return found.<Integer>as("erika", all -> {
            try {
                return database.dataSource().statementsOf(() -> call.apply(all));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<String> names(CandidateQuery query, int offset, int most) {
        return found.<List<Candidate>>as("erika", all -> all.page(query, offset, most)).stream()
                .map(Candidate::oktaName)
                .toList();
    }

    private static void refused(Reason reason, String by, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CandidateRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.by()).isEqualTo(by);
        });
    }
}

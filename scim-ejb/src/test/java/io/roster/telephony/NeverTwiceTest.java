package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.telephony.NumberRefused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;

/** Many at once, each with boundaries and a connection of its own, as on several servers over one database. */
@OnEachDatabase
@Timeout(60)
class NeverTwiceTest {

    private static final int THREADS = 16;
    private static final int PEOPLE = 32;
    private static final Caller CALLER = new Caller(Caller.Kind.ADMINISTRATOR, null, "erika", Scope.WRITE, null);
    private static final ResourceType TYPE = SchemaRegistry.standard().user();
    private static final Within NUMBERS = Within.prefix(PoolKind.NUMBER, "");

    @Parameter
    TestDatabase database;

    private Erika erika;
    private final List<String> people = new ArrayList<>();

    @BeforeEach
    void pool() {
        erika = new Erika(database);
        for (int i = 0; i < PEOPLE; i++) {
            people.add(erika.person("p" + i, true));
        }
        erika.run(NumberPool.class, pool -> pool.addRange("+493023125000", "+493023125031", null, false));
        erika.run(ExtensionRanges.class, ranges -> ranges.add("Berlin", "00", "31"));
    }

    @Test
    void everybodyGetsANextOneAndNobodyTheSame() throws Exception {
        List<String> numbers = atOnce(people.stream()
                .<Callable<String>>map(id -> () -> next(NUMBERS, id))
                .toList());
        assertThat(numbers).hasSize(PEOPLE).doesNotContain("NONE_FREE").doesNotHaveDuplicates();
        List<String> extensions = atOnce(people.stream()
                .<Callable<String>>map(id -> () -> next(Within.prefix(PoolKind.EXTENSION, ""), id))
                .toList());
        assertThat(extensions).hasSize(PEOPLE).doesNotContain("NONE_FREE").doesNotHaveDuplicates();
    }

    @Test
    void ofManyWhoWantTheSameOneGetsIt() throws Exception {
        List<String> outcomes = atOnce(people.stream()
                .<Callable<String>>map(id -> () -> {
                    erika.run(
                            AssignmentWriter.class,
                            all -> all.assign(CALLER, TYPE, PoolKind.NUMBER, id, "+493023125007", false));
                    return "done";
                })
                .toList());
        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(outcomes.stream().filter(outcome -> outcome.equals(Reason.TAKEN.name())))
                .hasSize(PEOPLE - 1);
    }

    @Test
    void ofManyWhoGiveOnePersonANumberOneDoes() throws Exception {
        List<String> outcomes = atOnce(IntStream.range(0, PEOPLE)
                .<Callable<String>>mapToObj(i -> () -> {
                    next(NUMBERS, people.get(0));
                    return "done";
                })
                .toList());
        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(erika.count("phone_number where person_id is not null")).isOne();
    }

    @Test
    void nobodyWaitsForSomebodyWhoIsAboutToTakeTheNextOne() {
        database.run(slow -> {
            String first = erika.boundary(AssignmentWriter.class, slow)
                    .assignNext(CALLER, TYPE, NUMBERS, people.get(0), false);
            slow.flush();
            String second = next(NUMBERS, people.get(1));
            assertThat(List.of(first, second)).containsExactly("+493023125000", "+493023125001");
        });
    }

    @Test
    void ofTwoOverlappingRangesThatAreAddedAtOnceOneIsThere() throws Exception {
        List<String> outcomes = atOnce(IntStream.range(0, THREADS)
                .<Callable<String>>mapToObj(i -> () -> erika.call(
                        ExtensionRangeWriter.class, ranges -> ranges.add(CALLER, "R" + i, "1" + i % 5 + "0", "199")))
                .toList());
        assertThat(outcomes.stream().filter(outcome -> outcome.equals(Reason.OVERLAP.name())))
                .hasSize(THREADS - 1);
        assertThat(erika.count("extension_range")).isEqualTo(2);
    }

    private String next(Within within, String personId) {
        return erika.call(AssignmentWriter.class, all -> all.assignNext(CALLER, TYPE, within, personId, false));
    }

    private List<String> atOnce(List<Callable<String>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<String> outcomes = new ArrayList<>();
            List<Callable<String>> told = calls.stream()
                    .<Callable<String>>map(call -> () -> told(call))
                    .toList();
            for (Future<String> outcome : threads.invokeAll(told)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    // As the container does it: each attempt is a transaction.
    private static String told(Callable<String> call) {
        try {
            return Conflicts.retried(() -> {
                try {
                    return call.call();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (NumberRefused refused) {
            return refused.reason().name();
        }
    }
}

package io.roster.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Any graph of references. */
class BulkPlanTest {

    @Property
    void eachOperationComesOnceAndAfterWhatItNeedsUnlessOnACircle(@ForAll("graphs") List<Set<Integer>> needs) {
        var order = order(BulkPlan.of(needs));
        assertThat(order).doesNotHaveDuplicates().hasSameSizeAs(needs);
        for (var operation = 0; operation < needs.size(); operation++) {
            for (int needed : needs.get(operation)) {
                if (!reachable(needs, needed).contains(operation)) {
                    assertThat(order.indexOf(needed)).isLessThan(order.indexOf(operation));
                }
            }
        }
    }

    @Property
    void aCircleIsWhatRefersToEachOther(@ForAll("graphs") List<Set<Integer>> needs) {
        for (var step : BulkPlan.of(needs)) {
            for (int operation : step.operations()) {
                var circle = new HashSet<>(reachable(needs, operation));
                circle.removeIf(other -> !reachable(needs, other).contains(operation));
                assertThat(step.isCircle()).isEqualTo(circle.contains(operation));
                assertThat(step.operations())
                        .hasSize(Math.max(1, circle.size()))
                        .containsAll(circle);
            }
        }
    }

    @Property
    void whatRefersBackOnlyStaysInTheClientsOrder(@ForAll("graphs") List<Set<Integer>> graph) {
        var needs = new ArrayList<Set<Integer>>();
        for (var operation = 0; operation < graph.size(); operation++) {
            var own = operation;
            var earlier = new HashSet<>(graph.get(operation));
            earlier.removeIf(needed -> needed >= own);
            needs.add(earlier);
        }
        assertThat(order(BulkPlan.of(needs))).isSorted();
    }

    @Test
    void aChainAsLongAsARequestIsTurnedRound() {
        var last = BulkRequest.MAX_OPERATIONS - 1;
        var needs = IntStream.rangeClosed(0, last)
                .mapToObj(i -> i == last ? Set.<Integer>of() : Set.of(i + 1))
                .toList();
        var order = order(BulkPlan.of(needs));
        assertThat(order.get(0)).isEqualTo(last);
        assertThat(order.get(last)).isZero();
    }

    @Provide
    Arbitrary<List<Set<Integer>>> graphs() {
        return Arbitraries.integers().between(1, 12).flatMap(size -> Arbitraries.integers()
                .between(0, size - 1)
                .set()
                .ofMaxSize(3)
                .list()
                .ofSize(size));
    }

    private static List<Integer> order(List<BulkPlan.Step> steps) {
        return steps.stream().flatMap(step -> step.operations().stream()).toList();
    }

    /** What an operation refers to, directly or not. */
    private static Set<Integer> reachable(List<Set<Integer>> needs, int from) {
        var found = new HashSet<Integer>();
        var next = new ArrayList<>(needs.get(from));
        while (!next.isEmpty()) {
            var operation = next.remove(next.size() - 1);
            if (found.add(operation)) {
                next.addAll(needs.get(operation));
            }
        }
        return found;
    }
}

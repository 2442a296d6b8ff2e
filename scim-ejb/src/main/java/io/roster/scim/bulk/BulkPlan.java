package io.roster.scim.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * In which order operations are carried out: in the client's, except that what an operation refers to goes before it.
 * Creations are pulled forward and nothing is put off, since an operation on a resource that exists may mean something
 * else after those that follow it (RFC 7644 section 3.7: the client's intent is preserved).
 *
 * <p>Tarjan's algorithm: a depth-first search that finds each circle after all that the circle refers to.
 */
final class BulkPlan {

    /**
     * Operations that go together: one, or all of a circle of references.
     *
     * @param operations their numbers in the request, in the order in which to carry them out
     * @param isCircle whether each refers, directly or not, to all of them, itself included
     */
    record Step(List<Integer> operations, boolean isCircle) {}

    private final List<? extends Collection<Integer>> needs;
    private final int[] entered;
    private final int[] lowest;
    private final boolean[] isPlaced;
    private final List<Integer> finished = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();
    private int clock;

    private BulkPlan(List<? extends Collection<Integer>> needs) {
        this.needs = needs;
        entered = new int[needs.size()];
        lowest = new int[needs.size()];
        isPlaced = new boolean[needs.size()];
    }

    /**
     * Puts operations in order.
     *
     * @param needs for each operation the numbers of those that it refers to
     * @return steps that name each operation once
     */
    static List<Step> of(List<? extends Collection<Integer>> needs) {
        var plan = new BulkPlan(needs);
        for (var operation = 0; operation < needs.size(); operation++) {
            if (plan.entered[operation] == 0) {
                plan.visit(operation);
            }
        }
        return plan.steps;
    }

    // As deep as the longest chain of references: BulkRequest.MAX_OPERATIONS at most.
    private void visit(int operation) {
        entered[operation] = lowest[operation] = ++clock;
        open.push(operation);
        for (int needed : new TreeSet<>(needs.get(operation))) {
            if (entered[needed] == 0) {
                visit(needed);
                lowest[operation] = Math.min(lowest[operation], lowest[needed]);
            } else if (!isPlaced[needed]) {
                lowest[operation] = Math.min(lowest[operation], entered[needed]);
            }
        }
        finished.add(operation);
        if (lowest[operation] == entered[operation]) {
            place(operation);
        }
    }

    private void place(int first) {
        var size = 0;
        int operation;
        do {
            operation = open.pop();
            isPlaced[operation] = true;
            size++;
        } while (operation != first);
        // All that finished since belongs to the circle: what the circle refers to was placed before.
        var circle = finished.subList(finished.size() - size, finished.size());
        var isCircle = size > 1 || needs.get(first).contains(first);
        steps.add(new Step(List.copyOf(circle), isCircle));
        circle.clear();
    }
}

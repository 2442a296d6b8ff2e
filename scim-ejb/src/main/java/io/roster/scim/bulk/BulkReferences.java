package io.roster.scim.bulk;

import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which operation of a request refers to which. */
final class BulkReferences {

    /** The number of the first POST that has the bulkId. */
    private final Map<String, Integer> creations = new HashMap<>();

    /** BulkIds that several POST operations have. To guess which one is meant could put someone in the wrong group. */
    private final Set<String> ambiguous = new HashSet<>();

    private final List<Set<Integer>> needs = new ArrayList<>();

    BulkReferences(List<BulkOperation> operations) {
        for (var i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            if (operation.isNamedCreation() && creations.putIfAbsent(operation.bulkId(), i) != null) {
                ambiguous.add(operation.bulkId());
            }
        }
        for (var operation : operations) {
            var needed = new HashSet<Integer>();
            if (operation.problem() == null) {
                for (var bulkId : BulkIds.in(operation)) {
                    if (creations.containsKey(bulkId)) {
                        needed.add(creations.get(bulkId));
                    }
                }
            }
            needs.add(needed);
        }
    }

    /** For each operation the numbers of those that it refers to. */
    List<Set<Integer>> needs() {
        return needs;
    }

    /**
     * The number of the operation that a reference means.
     *
     * @throws ScimException 400 invalidValue when it means none or more than one
     */
    int target(String bulkId) {
        var target = creations.get(bulkId);
        if (target == null) {
            throw ScimException.invalidValue("\"bulkId:" + Excerpt.of(bulkId)
                    + "\" refers to nothing: no POST operation of the request has that bulkId.");
        }
        if (ambiguous.contains(bulkId)) {
            throw ScimException.invalidValue("\"bulkId:" + Excerpt.of(bulkId)
                    + "\" refers to more than one POST operation of the request. Give each its own bulkId.");
        }
        return target;
    }
}

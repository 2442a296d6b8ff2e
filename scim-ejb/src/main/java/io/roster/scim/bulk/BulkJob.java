package io.roster.scim.bulk;

import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries out the operations of one request. One that fails changes nothing and leaves the others alone, except those
 * that refer to it: they fail with 409. Resources that refer to each other in a circle are made without what is not
 * there yet and completed afterwards (RFC 7644 section 3.7.1); if one of them fails, those already made are deleted again.
 */
public final class BulkJob {

    private final BulkRequest request;
    private final BulkService service;
    private final BulkReferences references;
    private final BulkResult[] results;
    private int errors;

    private BulkJob(BulkRequest request, BulkService service) {
        this.request = request;
        this.service = service;
        references = new BulkReferences(request.operations());
        results = new BulkResult[request.operations().size()];
    }

    /**
     * Carries out a request.
     *
     * @return in the client's order what came of each operation that was tried; of no others, when {@code failOnErrors}
     *     or a service that is not available any more ended it before
     */
    public static List<BulkResult> run(BulkRequest request, BulkService service) {
        var job = new BulkJob(request, service);
        for (var step : BulkPlan.of(job.references.needs())) {
            if (job.isOver()) {
                break;
            } else if (step.isCircle()) {
                job.circle(step.operations());
            } else {
                job.alone(step.operations().get(0));
            }
        }
        return Arrays.stream(job.results).filter(Objects::nonNull).toList();
    }

    private boolean isOver() {
        return errors >= request.failOnErrors() || !service.isAvailable();
    }

    private void alone(int number) {
        var operation = request.operations().get(number);
        try {
            if (operation.problem() != null) {
                throw operation.problem();
            }
            var data = operation.data() == null ? null : BulkIds.data(operation, operation.data(), this::id);
            write(number, data);
        } catch (ScimException e) {
            fail(number, e);
        }
    }

    private void circle(List<Integer> members) {
        var incomplete = new LinkedHashMap<Integer, BulkData>();
        var current = 0;
        try {
            for (int member : members) {
                current = member;
                var operation = request.operations().get(member);
                var parted = BulkData.part(operation.data(), value -> BulkIds.in(value).stream()
                        .anyMatch(bulkId -> isAwaited(bulkId, members)));
                write(member, BulkIds.data(operation, parted.now(), this::id));
                if (!parted.later().isEmpty()) {
                    incomplete.put(member, parted);
                }
            }
            for (var entry : incomplete.entrySet()) {
                current = entry.getKey();
                complete(current, entry.getValue());
            }
        } catch (ScimException e) {
            breakOff(members, current, e);
        }
    }

    private boolean isAwaited(String bulkId, List<Integer> members) {
        var target = references.target(bulkId);
        return members.contains(target) && results[target] == null;
    }

    private void complete(int number, BulkData parted) {
        var operation = request.operations().get(number);
        var rest = BulkData.addition(BulkIds.data(operation, parted.later(), this::id));
        var made = results[number];
        results[number] = made.completed(service.write(BulkMethod.PATCH, made.path(), null, rest));
    }

    /** Nothing of a circle stays if not all of it can: each of its resources would refer to one that is missing. */
    private void breakOff(List<Integer> members, int failed, ScimException error) {
        var made = members.stream().filter(member -> results[member] != null).toList();
        var refusals = new LinkedHashMap<Integer, ScimException>(Map.of(failed, error));
        for (int member : made) {
            undo(member)
                    .ifPresentOrElse(
                            remains -> refusals.put(member, remains),
                            () -> refusals.putIfAbsent(member, broken(failed)));
        }
        refusals.forEach(this::fail);
        members.stream()
                .filter(member -> results[member] == null && !isOver())
                .forEach(member -> fail(member, broken(failed)));
    }

    /** Deletes what an operation made; the reason, where it could not be deleted. */
    private Optional<ScimException> undo(int number) {
        try {
            service.write(BulkMethod.DELETE, results[number].path(), null, null);
            return Optional.empty();
        } catch (ScimException e) {
            return Optional.of(e);
        }
    }

    private ScimException broken(int failed) {
        return ScimException.conflict("The operation is one of a circle of references, and the one with the bulkId \""
                + Excerpt.of(request.operations().get(failed).bulkId())
                + "\" failed, so that nothing was made of the circle. Correct that one and send all of them again.");
    }

    private void write(int number, JsonObject data) {
        var operation = request.operations().get(number);
        var path = BulkIds.path(operation.path(), this::id);
        results[number] =
                BulkResult.done(operation, service.write(operation.method(), path, operation.version(), data));
    }

    private void fail(int number, ScimException error) {
        var operation = request.operations().get(number);
        var path = operation.path() == null ? null : BulkIds.path(operation.path(), this::idOrReference);
        results[number] = BulkResult.failed(operation, path, error);
        errors++;
        service.refused(operation.methodName(), path, error);
    }

    private String idOrReference(String bulkId) {
        try {
            return id(bulkId);
        } catch (ScimException e) {
            return "bulkId:" + bulkId;
        }
    }

    private String id(String bulkId) {
        var result = results[references.target(bulkId)];
        if (result == null || result.hasFailed()) {
            throw ScimException.conflict(
                    "The operation refers to \"bulkId:" + Excerpt.of(bulkId)
                            + "\", whose operation failed, so that there is no such resource. Correct that one and send both again.");
        }
        return result.id();
    }
}

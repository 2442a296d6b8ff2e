package io.roster.rest;

import io.roster.access.Caller;
import io.roster.scim.bulk.BulkMethod;
import io.roster.scim.bulk.BulkService;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.StoredResource;
import jakarta.json.JsonObject;

/** Carries out the operations of one bulk request by the boundaries of their endpoints, each a transaction. */
final class BulkExecution implements BulkService {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int UNAVAILABLE = 503;

    private final Caller caller;
    private final BulkTargets targets;
    private final RefusedRequests refused;
    private boolean isAvailable = true;

    BulkExecution(Caller caller, BulkTargets targets, RefusedRequests refused) {
        this.caller = caller;
        this.targets = targets;
        this.refused = refused;
    }

    @Override
    public Written write(BulkMethod method, String path, String version, JsonObject data) {
        try {
            BulkPath target = BulkPath.of(path);
            if (target.isMe()) {
                target = new BulkPath(BulkTargets.USERS, caller.requirePerson());
            }
            return write(method, target, targets.at(target.endpoint()), Preconditions.ifMatch(version), data);
        } catch (ScimException e) {
            throw e;
        } catch (RuntimeException e) {
            ScimException fault = Faults.told(e);
            // Every further operation would wait for the same database in vain.
            isAvailable = fault.status() != UNAVAILABLE;
            throw fault;
        }
    }

    private Written write(
            BulkMethod method, BulkPath path, BulkTarget target, Preconditions conditions, JsonObject data) {
        boolean isPossible = path.id().isEmpty() == (method == BulkMethod.POST)
                && switch (method) {
                    case POST -> target.create() != null;
                    case PUT -> target.replace() != null;
                    case PATCH -> target.patch() != null;
                    case DELETE -> target.delete() != null;
                };
        if (!isPossible) {
            throw notAllowed(method, path, target);
        }
        return switch (method) {
            // A version is one of a resource that exists (RFC 7644 section 3.7).
            case POST -> written(target.create().apply(caller, data, Preconditions.NONE), CREATED);
            case PUT -> written(target.replace().apply(caller, path.id(), data, conditions), OK);
            case PATCH -> {
                StoredResource patched =
                        target.patch().apply(caller, path.id(), PatchOperation.parse(data), conditions);
                // As a PATCH sent alone, which is answered with the whole resource or none of it.
                yield written(patched, patched.references() == null ? NO_CONTENT : OK);
            }
            case DELETE -> {
                target.delete().apply(caller, path.id(), conditions);
                yield new Written(path.id(), "/" + path.endpoint() + "/" + path.id(), null, NO_CONTENT);
            }
        };
    }

    private static Written written(StoredResource resource, int status) {
        return new Written(resource.id(), resource.location(""), resource.etag().toString(), status);
    }

    private static ScimException notAllowed(BulkMethod method, BulkPath path, BulkTarget target) {
        String endpoint = "/" + path.endpoint();
        String taken = target.equals(BulkTarget.READ_ONLY)
                ? endpoint + " can only be read, and nothing can be read within a bulk request."
                : endpoint + " takes POST, and " + endpoint + "/{id} takes PUT, PATCH and DELETE.";
        return ScimException.methodNotAllowed(method + " is not possible at " + endpoint
                + (path.id().isEmpty() ? "" : "/" + Excerpt.of(path.id())) + ": " + taken);
    }

    @Override
    public void refused(String method, String path, ScimException error) {
        BulkPath target = BulkPath.of(path);
        if (target.isMe() && caller.person() != null) {
            target = new BulkPath(BulkTargets.USERS, caller.person().id());
        }
        refused.record(
                caller, method == null ? "" : method, target.endpoint(), target.id(), error.status(), error.detail());
    }

    @Override
    public boolean isAvailable() {
        return isAvailable;
    }
}

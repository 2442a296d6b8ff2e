package io.roster.scim.bulk;

import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonObject;

/**
 * One operation of a bulk request as it was sent. What is wrong with it by itself is its own error and none of the
 * request's, so it is kept until it is this operation's turn.
 *
 * @param method what to do; null where the client named no such method
 * @param methodName the method as the answer repeats it; null where none was sent
 * @param bulkId the client's name of the resource to be made, null where there is none
 * @param version what the client would send as {@code If-Match}, null where there is none
 * @param path relative to the SCIM service, with a slash in front; null where none was sent
 * @param data the body; null where there is none
 * @param problem why it cannot be carried out whatever the others do; null for a well-formed operation
 */
public record BulkOperation(
        BulkMethod method,
        String methodName,
        String bulkId,
        String version,
        String path,
        JsonObject data,
        ScimException problem) {

    /** Whether it makes a resource that others can refer to. */
    boolean isNamedCreation() {
        return method == BulkMethod.POST && bulkId != null;
    }

    BulkOperation with(ScimException newProblem) {
        return new BulkOperation(method, methodName, bulkId, version, path, data, newProblem);
    }
}

package io.roster.scim.bulk;

import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonObject;

/** Carries out single operations, each in a transaction of its own, as the same requests sent alone would be. */
public interface BulkService {

    /**
     * Carries out one operation.
     *
     * @param method what to do
     * @param path relative to the SCIM service, with a slash in front
     * @param version what an {@code If-Match} header would say; null to demand nothing
     * @param data the body; null for a deletion
     * @return what is there now
     * @throws ScimException what the request sent alone would be refused with; nothing was changed then
     */
    Written write(BulkMethod method, String path, String version, JsonObject data);

    /**
     * Takes note of an operation that failed.
     *
     * @param method the method as it was sent; null where none was
     * @param path the path as far as it could be resolved; null where none was sent
     * @param error what the client is told
     */
    void refused(String method, String path, ScimException error);

    /** Whether there is any sense in trying further operations: false when nothing can be stored at the moment. */
    boolean isAvailable();

    /**
     * A resource after a write.
     *
     * @param id its SCIM id
     * @param path of the resource, relative to the SCIM service, with a slash in front
     * @param version its entity tag; null for one that was deleted
     * @param status the HTTP status that the request sent alone is answered with
     */
    record Written(String id, String path, String version, int status) {}
}

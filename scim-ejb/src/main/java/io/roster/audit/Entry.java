package io.roster.audit;

import io.roster.access.Caller;

/**
 * What is to be recorded of a request.
 *
 * @param caller who asked
 * @param action what was done or asked for
 * @param outcome what came of it
 * @param status the HTTP status of the answer
 * @param resourceType {@code User} or {@code Group}, or {@code null}
 * @param resourceId the SCIM id, or {@code null}
 * @param resourceName userName or displayName, or {@code null}
 * @param detail the refusal's sentence, or what else there is to tell; may be {@code null}
 * @param changes a JSON array as described at {@link AuditEvent#getChanges()}, or {@code null}
 */
public record Entry(
        Caller caller,
        Action action,
        Outcome outcome,
        int status,
        String resourceType,
        String resourceId,
        String resourceName,
        String detail,
        String changes) {

    /** @return an entry of something that was carried out */
    public static Entry done(
            Caller caller, Action action, int status, String resourceType, String id, String name, String changes) {
        return new Entry(caller, action, Outcome.SUCCESS, status, resourceType, id, name, null, changes);
    }

    /** @return an entry of something that changed nothing and is told in the sentence {@code detail} */
    public static Entry told(Caller caller, Action action, String resourceType, String id, String name, String detail) {
        return new Entry(caller, action, Outcome.SUCCESS, 200, resourceType, id, name, detail, null);
    }

    /** @return an entry of something that was refused with the sentence {@code detail} */
    public static Entry refused(
            Caller caller, Action action, int status, String resourceType, String id, String detail) {
        return new Entry(caller, action, Outcome.REFUSED, status, resourceType, id, null, detail, null);
    }
}

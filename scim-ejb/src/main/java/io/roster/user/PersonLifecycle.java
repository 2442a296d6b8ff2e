package io.roster.user;

import io.roster.access.Caller;
import io.roster.scim.schema.ResourceType;

/**
 * Something happened to a person that others may have to act on. A CDI event, fired within the transaction that writes the
 * person, whose row is locked: what an observer writes is kept or lost with it, and an observer that throws ends it.
 *
 * @param kind what happened
 * @param caller who asked for it
 * @param type the resource type User, with the attributes that there are now
 * @param personId the SCIM id
 * @param externalId Okta's id of the person; {@code null} where Okta does not know the person
 */
public record PersonLifecycle(Kind kind, Caller caller, ResourceType type, String personId, String externalId) {

    /** What can happen. */
    public enum Kind {
        /** The person was made. */
        CREATED,
        /** The person's {@code externalId} was set or changed. */
        LINKED,
        /** {@code active} went from true to false. */
        DEACTIVATED,
        /** {@code active} went from false to true. */
        REACTIVATED,
        /** The person is being deleted: after this event there is neither row nor document. */
        DELETED
    }
}

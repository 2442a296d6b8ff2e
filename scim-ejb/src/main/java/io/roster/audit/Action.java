package io.roster.audit;

/** What a request did, in the words of provisioning. */
public enum Action {
    /** A person or group was made. */
    CREATED,
    /** Attributes were changed. */
    UPDATED,
    /** A person's {@code active} went from true to false. */
    DEACTIVATED,
    /** A person's {@code active} went from false to true. */
    REACTIVATED,
    /** A person's licence, number or extension was assigned or released. */
    SERVICES_CHANGED,
    /** A person was reactivated, and some of the services that were freed could not be given back. */
    SERVICES_LOST,
    /** Okta asked by its import inline hook what becomes of a person, and was told. */
    IMPORT_DECIDED,
    /** What differed was mended in Okta. */
    DRIFT_REPAIRED,
    /** A resource that existed got its {@code externalId}: Okta found it and took it over. */
    LINKED,
    /** A group's {@code displayName} was changed. */
    RENAMED,
    /** Members were added to a group, none removed. */
    MEMBERS_ADDED,
    /** Members were removed from a group, none added. */
    MEMBERS_REMOVED,
    /** Members were both added and removed. */
    MEMBERS_CHANGED,
    /** A person or group was deleted; a tombstone is kept. */
    DELETED,
    /** A write that changed nothing, because everything was so already. */
    UNCHANGED,
    /** A read; only refused ones are recorded. */
    READ
}

package io.roster.drift;

import io.roster.drift.Repair.Note;
import io.roster.imports.FetchedGroup;
import io.roster.imports.FetchedUser;
import java.util.List;
import java.util.Set;

/** Reads and changes one user or group of Okta, now. Implemented where Okta's client is. Never within a transaction. */
public interface OktaSide {

    /**
     * A user.
     *
     * @param user assigned or not; {@code null} where it could not be read
     * @param etag what a write of the user's profile is bound to; may be empty
     * @param direct whether the app is assigned to the user alone, and not by a group
     * @param problem why it could not be read; {@code null} where it could
     * @param detail what Okta said; may be {@code null}
     */
    record SeenUser(FetchedUser user, String etag, boolean direct, Note problem, String detail) {}

    /**
     * A group.
     *
     * @param group {@code null} where it could not be read
     * @param own whether its members are Okta's own to change, and not a directory's
     * @param members Okta's ids
     * @param problem why it could not be read; {@code null} where it could
     * @param detail what Okta said; may be {@code null}
     */
    record SeenGroup(FetchedGroup group, boolean own, Set<String> members, Note problem, String detail) {}

    /**
     * What came of changes.
     *
     * @param done how many of them were made
     * @param refusal what Okta said to the next one; {@code null} where all were made
     */
    record Written(int done, String refusal) {}

    /** Reads a user and what the app has of them. */
    SeenUser user(String appId, String oktaId);

    /** Reads a group and its members. */
    SeenGroup group(String groupId);

    /**
     * Makes changes, one after the other, until one is refused.
     *
     * @param appId Okta's id of the app
     * @param oktaId Okta's id of the user or group
     * @param etag as the user was read
     * @param steps what to change
     */
    Written write(String appId, String oktaId, String etag, List<RepairStep> steps);
}

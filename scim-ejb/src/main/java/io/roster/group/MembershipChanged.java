package io.roster.group;

/**
 * Members were added to a group or removed from it, or the group is deleted. A CDI event, fired within the transaction that
 * writes it, once however many members there are; the group's row is locked.
 *
 * @param groupId the SCIM id
 * @param deleted whether the group is no more
 */
public record MembershipChanged(String groupId, boolean deleted) {}

package io.roster.group;

import io.roster.audit.Action;
import io.roster.audit.Changes;
import jakarta.json.JsonObject;

/** What a change of a group means to those who provision, and how it is recorded. */
final class GroupChanges {

    private GroupChanges() {}

    static Action action(JsonObject before, JsonObject after, MembershipUpdate members) {
        boolean sameMembers = !members.changedAny();
        if (before.equals(after)) {
            return sameMembers ? Action.UNCHANGED : membersAction(members);
        } else if (!before.containsKey("externalId") && after.containsKey("externalId")) {
            return Action.LINKED;
        }
        boolean renamed = !before.get("displayName").equals(after.get("displayName"));
        return renamed && sameMembers ? Action.RENAMED : Action.UPDATED;
    }

    private static Action membersAction(MembershipUpdate members) {
        if (members.removed().isEmpty()) {
            return Action.MEMBERS_ADDED;
        }
        return members.added().isEmpty() ? Action.MEMBERS_REMOVED : Action.MEMBERS_CHANGED;
    }

    /** Changes of the document and of the members; {@code null} for members that are not told. */
    static String between(JsonObject before, JsonObject after, MembershipUpdate members) {
        return members == null
                ? Changes.between(before, after)
                : Changes.between(before, after, "members", members.removed(), members.added());
    }
}

package io.roster.user;

import io.roster.audit.Action;
import jakarta.json.JsonObject;

/** What a change of a person means to those who provision. */
final class UserAction {

    private UserAction() {}

    static Action of(JsonObject before, JsonObject after) {
        boolean was = before.getBoolean("active", true);
        boolean is = after.getBoolean("active", true);
        if (before.equals(after)) {
            return Action.UNCHANGED;
        } else if (was && !is) {
            return Action.DEACTIVATED;
        } else if (!was && is) {
            return Action.REACTIVATED;
        } else if (!before.containsKey("externalId") && after.containsKey("externalId")) {
            return Action.LINKED;
        }
        return Action.UPDATED;
    }
}

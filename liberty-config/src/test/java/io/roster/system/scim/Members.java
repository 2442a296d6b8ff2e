package io.roster.system.scim;

import io.roster.system.Answer;
import java.util.List;

/** Reads the members of a group. */
final class Members {
    private Members() {}

    /** The ids of the members that an answer about one group names. */
    static List<String> of(Answer group) {
        return group.json().getJsonArray("members").getValuesAs(member -> member.asJsonObject()
                .getString("value"));
    }
}

package io.roster.system.catalogue;

import io.roster.system.Names;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import java.util.List;

/** Groups that Roster has from somebody else than Okta. */
final class RosterGroups {
    private RosterGroups() {}

    /** Makes a group and returns its id. */
    static String made(ScimClient roster, String name, List<String> members) {
        return roster.post("/Groups", Samples.group(Names.unique(name), members.toArray(String[]::new)))
                .is(201)
                .id();
    }
}

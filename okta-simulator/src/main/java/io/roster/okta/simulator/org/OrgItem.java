package io.roster.okta.simulator.org;

import jakarta.json.JsonObject;

/** Something of the org that is provisioned: a person or a pushed group. */
public sealed interface OrgItem permits Person, PushedGroup {
    /** Okta's own id, which never changes. */
    String oktaId();

    /** How it stands in the state file. */
    JsonObject toJson();
}

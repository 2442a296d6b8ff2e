package io.roster.okta.simulator.api;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;

/** The System Log's names for what the app acknowledged. */
final class PushEvents {
    private static final String PREFIX = "application.provision.user.";

    private PushEvents() {}

    /** What happened to somebody who was like this, {@code null} if not there, and is like that. */
    static String of(Person before, Person after) {
        if (before == null) {
            return PREFIX + "push";
        }
        if (before.active() && !after.active()) {
            return PREFIX + (after.assignment() == Assignment.UNASSIGNED ? "deprovision" : "deactivate");
        }
        return PREFIX + (before.active() || !after.active() ? "push_profile" : "reactivate");
    }
}

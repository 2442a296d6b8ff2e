package io.roster.okta.simulator.cli;

import io.roster.okta.simulator.Regrouping;
import io.roster.okta.simulator.org.PushedGroup;
import java.util.List;

/** What the command regroup can do, by the names it has on the command line. */
enum GroupChange {
    rename,
    delta,
    push_now,
    empty,
    delete,
    leave,
    link;

    List<PushedGroup> apply(Regrouping regrouping, double share) {
        return switch (this) {
            case rename -> regrouping.rename(share);
            case delta -> regrouping.delta(share);
            case push_now -> regrouping.pushNow(share);
            case empty -> regrouping.empty(share);
            case delete -> regrouping.delete(share);
            case leave -> regrouping.leave(share);
            case link -> regrouping.link();
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().replace('_', '-');
    }
}

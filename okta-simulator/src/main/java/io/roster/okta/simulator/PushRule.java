package io.roster.okta.simulator;

import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.PushedGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A rule of group push: groups whose name begins with something are pushed. What the rule has mapped stays mapped when a
 * group is renamed and when the rule is deactivated; only who deletes the rule decides anew about its groups. Changes are
 * planned here and sent by {@link OktaOrg#push()}.
 */
public final class PushRule {
    private final OktaOrg org;
    private final String beginning;
    private final Set<String> mapped = new LinkedHashSet<>();
    private boolean active = true;

    PushRule(OktaOrg org, String beginning) {
        this.org = org;
        this.beginning = beginning;
    }

    /** Maps those groups that match and are not mapped yet, as Okta does when a group comes; nothing while inactive. */
    public void run() {
        if (!active) {
            return;
        }
        for (PushedGroup group : org.groups(Mapping.NONE)) {
            if (group.name().startsWith(beginning)) {
                mapped.add(group.oktaId());
                org.want(group.with(Mapping.PUSHED));
            }
        }
    }

    /** The groups that this rule has mapped, as the org has them now. */
    public List<PushedGroup> groups() {
        return mapped.stream()
                .map(oktaId -> org.state().groups().get(oktaId).wanted())
                .toList();
    }

    /** Maps no more groups; those it has mapped go on. */
    public void deactivate() {
        active = false;
    }

    /** Maps groups again, those that came meanwhile too. */
    public void activate() {
        active = true;
        run();
    }

    /** Ends the rule and unlinks its groups, which the app keeps. */
    public void deleteAndLeaveGroups() {
        end(Mapping.LEFT);
    }

    /** Ends the rule, unlinks its groups and deletes them in the app. */
    public void deleteWithGroups() {
        end(Mapping.DELETED);
    }

    private void end(Mapping mapping) {
        active = false;
        groups().forEach(group -> org.want(group.with(mapping)));
        mapped.clear();
    }
}

package io.roster.drift;

import io.roster.imports.ComparedGroup;
import io.roster.persistence.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What differs between a group of Okta and the one that is linked with it. Pure. */
final class GroupDrift {

    static final String NAME = "displayName";
    static final String MEMBERS = "members";

    /** How many members are named. */
    static final int NAMED = 10;

    private GroupDrift() {}

    /**
     * What differs.
     *
     * @param names of people, by Okta's ids
     */
    static Drift of(ComparedGroup group, Map<String, String> names) {
        List<DriftField> fields = new ArrayList<>();
        boolean here = group.rosterId() != null;
        if (here && !group.name().equals(group.rosterName())) {
            fields.add(new DriftField(NAME, group.name(), null, group.rosterName(), null));
        }
        String okta = named(group.onlyInOkta(), names);
        String roster = named(group.onlyInRoster(), names);
        if (okta != null || roster != null) {
            fields.add(new DriftField(MEMBERS, okta, null, roster, null));
        }
        return drift(group, here ? DriftKind.DIFFERENT : DriftKind.OKTA_ONLY, fields);
    }

    /** A group to which the app is assigned no more. */
    static Drift gone(ComparedGroup group) {
        return drift(group, DriftKind.ROSTER_ONLY, List.of());
    }

    /** Whose names are told. */
    static Stream<String> told(ComparedGroup group) {
        return Stream.concat(
                group.onlyInOkta().stream().limit(NAMED),
                group.onlyInRoster().stream().limit(NAMED));
    }

    private static Drift drift(ComparedGroup group, DriftKind kind, List<DriftField> fields) {
        return new Drift(
                Ids.next(),
                true,
                group.oktaId(),
                group.rosterId(),
                group.name(),
                kind,
                fields,
                group.onlyInOkta().size(),
                group.onlyInRoster().size());
    }

    private static String named(List<String> ids, Map<String, String> names) {
        return ids.isEmpty()
                ? null
                : String.join(
                        ", ",
                        ids.stream()
                                .limit(NAMED)
                                .map(id -> names.getOrDefault(id, id))
                                .toList());
    }
}

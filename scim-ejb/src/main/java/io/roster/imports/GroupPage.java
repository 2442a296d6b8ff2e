package io.roster.imports;

import io.roster.audit.Changes;
import io.roster.persistence.Keys;
import io.roster.scim.protocol.JsonObjects;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Matches one of Okta's pages of groups, group by group from what was read for all of them. */
final class GroupPage {

    /** Up to how many members are told one by one; of more, how many they are. */
    private static final int TOLD = 50;

    private static final String MEMBERS = "members";
    private static final int NAME_LENGTH = 255;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final RosterGroups groups;
    private final Map<String, FetchedGroup> fetched = new LinkedHashMap<>();
    private final Map<String, Map<String, Boolean>> members = new LinkedHashMap<>();

    GroupPage(RosterGroups groups, List<FetchedGroup> fetched) {
        this.groups = groups;
        fetched.forEach(group -> this.fetched.put(group.oktaId(), group));
    }

    Set<String> oktaIds() {
        return fetched.keySet();
    }

    /** Whom the groups that differ lack (true) or have too many (false), as Okta's ids, by Okta's id of the group. */
    Map<String, Map<String, Boolean>> members() {
        return members;
    }

    /**
     * What is to be done; nothing for groups that are as they should be.
     *
     * @param wantedMembers Okta's ids of the members, by Okta's id of the group; nothing for groups of which they are unknown
     */
    List<Finding> findings(Map<String, Set<String>> wantedMembers) {
        Map<String, RosterGroup> linked = groups.linked(fetched.keySet());
        Map<String, List<RosterGroup>> named = groups.named(fetched.values().stream()
                .filter(group -> !linked.containsKey(group.oktaId()))
                .map(FetchedGroup::name)
                .toList());
        Collection<RosterGroup> met = new ArrayList<>(linked.values());
        named.values().forEach(met::addAll);
        Map<String, Map<String, String>> present = groups.members(met);
        Set<String> known = groups.assigned(absent(wantedMembers, linked, present));
        List<Finding> findings = new ArrayList<>();
        for (FetchedGroup group : fetched.values()) {
            RosterGroup own = linked.get(group.oktaId());
            List<RosterGroup> same = own != null ? List.of(own) : named.getOrDefault(group.name(), List.of());
            RosterGroup only = same.size() == 1 ? same.get(0) : null;
            Set<String> wanted = wantedMembers.get(group.oktaId());
            Map<String, String> there = only == null ? Map.of() : present.getOrDefault(only.id(), Map.of());
            Map<String, Boolean> changes = wanted == null ? Map.of() : changes(wanted, there, known);
            if (own == null || !own.name().equals(group.name()) || !changes.isEmpty()) {
                members.put(group.oktaId(), changes);
                findings.add(finding(group, kind(own, same), only, same, changes));
            }
        }
        return findings;
    }

    private static CandidateKind kind(RosterGroup own, List<RosterGroup> same) {
        if (own != null) {
            return CandidateKind.UPDATE;
        } else if (same.isEmpty()) {
            return CandidateKind.NEW;
        }
        return same.size() == 1 ? CandidateKind.EXACT : CandidateKind.CONFLICT;
    }

    private static Set<String> absent(
            Map<String, Set<String>> wanted,
            Map<String, RosterGroup> linked,
            Map<String, Map<String, String>> present) {
        Set<String> absent = new TreeSet<>();
        wanted.forEach((oktaId, ids) -> {
            RosterGroup own = linked.get(oktaId);
            Map<String, String> there = own == null ? Map.of() : present.getOrDefault(own.id(), Map.of());
            ids.stream().filter(id -> !there.containsKey(id)).forEach(absent::add);
        });
        return absent;
    }

    // Who is not known here belongs to no group here. Whom Okta does not know stays a member: Okta says nothing of
    // them.
    private static Map<String, Boolean> changes(Set<String> wanted, Map<String, String> present, Set<String> known) {
        Map<String, Boolean> changes = new TreeMap<>();
        wanted.stream()
                .filter(id -> !present.containsKey(id) && known.contains(id))
                .forEach(id -> changes.put(id, true));
        present.keySet().stream().filter(id -> !wanted.contains(id)).forEach(id -> changes.put(id, false));
        return changes;
    }

    private static Finding finding(
            FetchedGroup group,
            CandidateKind kind,
            RosterGroup met,
            List<RosterGroup> same,
            Map<String, Boolean> changes) {
        JsonObject wanted = JsonObjects.of(
                Map.of("displayName", JSON.createValue(group.name()), "externalId", JSON.createValue(group.oktaId())));
        JsonObject before = met == null ? JsonValue.EMPTY_JSON_OBJECT : met.document();
        JsonObject after = JsonObjects.merge(before, wanted);
        List<CandidateMatch> matches = kind == CandidateKind.EXACT || kind == CandidateKind.CONFLICT
                ? same.stream()
                        .map(one -> new CandidateMatch(one.id(), one.name(), List.of("displayName")))
                        .toList()
                : List.of();
        return new Finding(
                group.oktaId(),
                Keys.shortened(group.name(), NAME_LENGTH),
                kind,
                met == null ? null : met.id(),
                met == null ? null : met.name(),
                digest(changes),
                matches,
                Changes.between(told(before, changes, false), told(after, changes, true)),
                wanted,
                null);
    }

    // Tells two differences of members apart where only their number is told.
    private static String digest(Map<String, Boolean> changes) {
        return UUID.nameUUIDFromBytes(changes.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static JsonObject told(JsonObject document, Map<String, Boolean> changes, boolean added) {
        List<String> ids = changes.entrySet().stream()
                .filter(change -> change.getValue() == added)
                .map(Map.Entry::getKey)
                .toList();
        if (ids.isEmpty()) {
            return document;
        }
        JsonValue told = ids.size() <= TOLD ? JsonObjects.ofStrings(ids) : JSON.createValue(ids.size());
        return JsonObjects.with(document, MEMBERS, told);
    }
}

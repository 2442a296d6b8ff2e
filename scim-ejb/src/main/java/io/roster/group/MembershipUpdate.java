package io.roster.group;

import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.Reference;
import io.roster.scim.protocol.ScimException;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Carries out a {@link MemberChange} on the rows of one group, and knows afterwards what it changed. */
final class MembershipUpdate {

    private static final String USER = "User";
    private static final String GROUP = "Group";

    private final EntityManager entities;
    private final GroupMembers members;
    private final MemberReferences references;
    private final String groupId;
    private Set<String> added = Set.of();
    private Set<String> removed = Set.of();
    private Map<String, String> types = Map.of();

    MembershipUpdate(EntityManager entities, DataSource dataSource, String groupId) {
        this.entities = entities;
        this.references = new MemberReferences(dataSource);
        this.members = new GroupMembers(entities);
        this.groupId = groupId;
    }

    Set<String> added() {
        return added;
    }

    Set<String> removed() {
        return removed;
    }

    boolean changedAny() {
        return !added.isEmpty() || !removed.isEmpty();
    }

    /**
     * Finds out what is to be added and removed, and writes nothing yet.
     *
     * @throws ScimException 400 {@code invalidValue}, when one to be added does not exist
     */
    void plan(MemberChange change) {
        if (change.isEmpty()) {
            return;
        }
        Set<String> present = change.replacesAll() ? members.all(groupId) : members.present(groupId, named(change));
        added = new LinkedHashSet<>(change.wanted().keySet());
        added.removeAll(present);
        removed = new LinkedHashSet<>(change.replacesAll() ? present : change.unwanted());
        removed.retainAll(present);
        removed.removeAll(change.wanted().keySet());
        types = types(change);
    }

    /** Writes what was planned. The group's own row is locked by then. */
    void write() {
        members.remove(groupId, removed);
        Instant now = Documents.now();
        added.forEach(id -> entities.persist(new Membership(groupId, id, types.get(id), now)));
    }

    /** The ids of the members that a value filter selects. */
    Set<String> matching(BoundFilter filter) {
        return references.of(groupId).stream()
                .filter(member -> JsonMatcher.matches(filter, MemberJson.group(member)))
                .map(Reference::value)
                .collect(Collectors.toSet());
    }

    private static Collection<String> named(MemberChange change) {
        Set<String> named = new HashSet<>(change.wanted().keySet());
        named.addAll(change.unwanted());
        named.removeIf(id -> !Ids.isOne(id));
        return named;
    }

    // A member without type is a person, as Okta sends them (and a group only where no person has that id).
    private Map<String, String> types(MemberChange change) {
        Set<String> possible = added.stream().filter(Ids::isOne).collect(Collectors.toSet());
        Set<String> people = members.existing("Person", possible);
        Set<String> others = new HashSet<>(possible);
        others.removeAll(people);
        Set<String> groups = members.existing("DirectoryGroup", others);
        for (String id : added) {
            MemberChange.Wanted wanted = change.wanted().get(id);
            String type = wanted.type();
            boolean known = (people.contains(id) && !type.equalsIgnoreCase(GROUP))
                    || (groups.contains(id) && !type.equalsIgnoreCase(USER));
            if (!known || id.equals(groupId)) {
                throw ScimException.invalidValue("The member " + Excerpt.of(id) + " in " + wanted.place()
                        + " cannot be added: "
                        + (id.equals(groupId)
                                ? "a group cannot be a member of itself."
                                : "there is no " + (type.isEmpty() ? USER : type)
                                        + " with that id. Provision it first."));
            }
        }
        return added.stream().collect(Collectors.toMap(id -> id, id -> people.contains(id) ? USER : GROUP));
    }
}

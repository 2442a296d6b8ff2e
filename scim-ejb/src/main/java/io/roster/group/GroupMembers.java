package io.roster.group;

import io.roster.scim.protocol.Reference;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The membership rows of groups. */
final class GroupMembers {

    /** Up to how many members an answer to a write lists. */
    static final int IN_ANSWERS = 100;

    private static final int CHUNK = 500;
    private static final String USER = "User";
    private static final String SELECT = "select m.groupId, m.memberId, m.memberType, p.fullName, g.displayName"
            + " from Membership m left join Person p on p.id = m.memberId"
            + " left join DirectoryGroup g on g.id = m.memberId where m.groupId ";

    private final EntityManager entities;

    GroupMembers(EntityManager entities) {
        this.entities = entities;
    }

    Map<String, List<Reference>> of(List<String> groupIds) {
        TypedQuery<Object[]> query = groupIds.size() == 1
                ? entities.createQuery(SELECT + "= :group", Object[].class).setParameter("group", groupIds.get(0))
                : entities.createQuery(SELECT + "in :groups", Object[].class).setParameter("groups", groupIds);
        Map<String, List<Reference>> members = new HashMap<>();
        query.getResultList().forEach(row -> add(row, members));
        members.values().forEach(GroupMembers::sort);
        return members;
    }

    /** The members of a group for the answer to a write; {@code null} when they are too many for one. */
    List<Reference> forAnswer(String groupId) {
        Map<String, List<Reference>> members = new HashMap<>();
        entities.createQuery(SELECT + "= :group", Object[].class)
                .setParameter("group", groupId)
                .setMaxResults(IN_ANSWERS + 1)
                .getResultList()
                .forEach(row -> add(row, members));
        List<Reference> found = members.getOrDefault(groupId, List.of());
        if (found.size() > IN_ANSWERS) {
            return null;
        }
        members.values().forEach(GroupMembers::sort);
        return found;
    }

    // Here and not in the database, which would set up a sort for each statement.
    private static void sort(List<Reference> references) {
        references.sort(Comparator.comparing(Reference::value));
    }

    private static void add(Object[] row, Map<String, List<Reference>> members) {
        String type = (String) row[2];
        String display = (String) (type.equals(USER) ? row[3] : row[4]);
        // A member that was deleted while it was added leaves a row that refers to nothing.
        if (display != null) {
            members.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                    .add(new Reference((String) row[1], type.equals(USER) ? "/Users" : "/Groups", type, display));
        }
    }

    Set<String> all(String groupId) {
        return new HashSet<>(
                entities.createQuery("select m.memberId from Membership m where m.groupId = :group", String.class)
                        .setParameter("group", groupId)
                        .getResultList());
    }

    Set<String> present(String groupId, Collection<String> ids) {
        Set<String> present = new HashSet<>();
        for (List<String> chunk : chunks(ids)) {
            present.addAll(entities.createQuery(
                            "select m.memberId from Membership m where m.groupId = :group and m.memberId in :ids",
                            String.class)
                    .setParameter("group", groupId)
                    .setParameter("ids", chunk)
                    .getResultList());
        }
        return present;
    }

    void remove(String groupId, Collection<String> ids) {
        for (List<String> chunk : chunks(ids)) {
            entities.createQuery("delete from Membership m where m.groupId = :group and m.memberId in :ids")
                    .setParameter("group", groupId)
                    .setParameter("ids", chunk)
                    .executeUpdate();
        }
    }

    /** Which of some ids are ids of a kind of resource. */
    Set<String> existing(String entity, Collection<String> ids) {
        Set<String> existing = new HashSet<>();
        for (List<String> chunk : chunks(ids)) {
            existing.addAll(entities.createQuery("select r.id from " + entity + " r where r.id in :ids", String.class)
                    .setParameter("ids", chunk)
                    .getResultList());
        }
        return existing;
    }

    private static List<List<String>> chunks(Collection<String> ids) {
        List<String> list = List.copyOf(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int i = 0; i < list.size(); i += CHUNK) {
            chunks.add(list.subList(i, Math.min(i + CHUNK, list.size())));
        }
        return chunks;
    }
}

package io.roster.group;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The membership rows of groups, as a transaction that writes them needs them. */
final class GroupMembers {

    private static final int CHUNK = 500;

    private final EntityManager entities;

    GroupMembers(EntityManager entities) {
        this.entities = entities;
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

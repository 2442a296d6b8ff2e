package io.roster.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/**
 * The groups that a resource is a member of, for its deletion, which changes them. They are looked up before the
 * transaction locks anything, and changed one row at a time: with a subquery Derby would lock its way through all groups,
 * and two deletions would wait for each other.
 *
 * @param ids their ids, sorted, so that all lock them in the same order
 */
public record ContainingGroups(List<String> ids) {

    /**
     * Looks them up.
     *
     * @param entities the transaction's
     * @param memberId the id of a person or group, whatever a client sent as such
     * @return the groups
     */
    public static ContainingGroups of(EntityManager entities, String memberId) {
        List<?> found = entities.createNativeQuery("select group_id from membership where member_id = ?1")
                .setParameter(1, memberId)
                .getResultList();
        return new ContainingGroups(
                found.stream().map(String.class::cast).sorted().toList());
    }

    /**
     * Gives them a new version.
     *
     * @param entities the transaction's
     * @param now the time of the change
     */
    public void countUp(EntityManager entities, Instant now) {
        for (String id : ids) {
            entities.createNativeQuery(
                            "update directory_group set version = version + 1, modified_at = ?1 where id = ?2")
                    .setParameter(1, now.toEpochMilli())
                    .setParameter(2, id)
                    .executeUpdate();
        }
    }
}

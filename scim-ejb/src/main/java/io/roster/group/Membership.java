package io.roster.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** That a person or a group is a member of a group. A row of its own, so that adding one to 10,000 costs one row. */
@Entity
@IdClass(Membership.Key.class)
@Table(name = "membership")
public class Membership {

    /**
     * The primary key.
     *
     * @see Membership
     */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String groupId;
        private String memberId;

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.groupId.equals(groupId) && key.memberId.equals(memberId);
        }

        @Override
        public int hashCode() {
            return 31 * groupId.hashCode() + memberId.hashCode();
        }
    }

    @Id
    @Column(name = "group_id")
    private String groupId;

    @Id
    @Column(name = "member_id")
    private String memberId;

    @Column(name = "member_type")
    private String memberType;

    @Column(name = "added_at")
    private Instant added;

    protected Membership() {}

    Membership(String groupId, String memberId, String memberType, Instant added) {
        this.groupId = groupId;
        this.memberId = memberId;
        this.memberType = memberType;
        this.added = added;
    }

    /** @return the SCIM id of the group */
    public String getGroupId() {
        return groupId;
    }

    /** @return the SCIM id of the member */
    public String getMemberId() {
        return memberId;
    }

    /** @return {@code User} or {@code Group} */
    public String getMemberType() {
        return memberType;
    }

    /** @return since when the member belongs to the group */
    public Instant getAdded() {
        return added;
    }
}

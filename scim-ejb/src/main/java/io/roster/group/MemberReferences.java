package io.roster.group;

import io.roster.persistence.Sql;
import io.roster.scim.protocol.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the members of groups with what they are called. */
final class MemberReferences {

    /** Up to how many members an answer to a write lists. */
    static final int IN_ANSWERS = 100;

    private static final String USER = "User";
    private static final String SELECT = "select m.group_id, m.member_id, m.member_type, p.full_name, g.display_name"
            + " from membership m left join person p on p.id = m.member_id"
            + " left join directory_group g on g.id = m.member_id where m.group_id ";

    private final DataSource dataSource;

    MemberReferences(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The members of each of some groups; nothing for a group that has none. */
    Map<String, List<Reference>> of(List<String> groupIds) {
        return read(new Sql(SELECT + "in " + Sql.places(groupIds.size()), List.copyOf(groupIds)));
    }

    /** The members of one group. */
    List<Reference> of(String groupId) {
        return of(List.of(groupId)).getOrDefault(groupId, List.of());
    }

    /** The members of a group for the answer to a write; {@code null} when they are too many for one. */
    List<Reference> forAnswer(String groupId) {
        List<Reference> found = read(Sql.of(SELECT + "= ? fetch first ? rows only", groupId, IN_ANSWERS + 1))
                .getOrDefault(groupId, List.of());
        return found.size() > IN_ANSWERS ? null : found;
    }

    private Map<String, List<Reference>> read(Sql query) {
        Map<String, List<Reference>> members = new HashMap<>();
        query.list(dataSource, row -> add(row, members));
        // Here and not in the database, which would set up a sort for each statement.
        members.values().forEach(list -> list.sort(Comparator.comparing(Reference::value)));
        return members;
    }

    private static boolean add(ResultSet row, Map<String, List<Reference>> members) throws SQLException {
        String type = row.getString(3);
        boolean person = type.equals(USER);
        String display = row.getString(person ? 4 : 5);
        // A member that was deleted while it was added leaves a row that refers to nothing.
        return display != null
                && members.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Reference(row.getString(2), person ? "/Users" : "/Groups", type, display));
    }
}

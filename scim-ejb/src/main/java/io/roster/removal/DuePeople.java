package io.roster.removal;

import io.roster.persistence.Sql;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Those who have been deactivated since before a time. Of who came deactivated, the last change counts. */
final class DuePeople {

    // Not coalesce(left_at, modified_at) < ?, of which Derby makes an inner join.
    private static final String FROM = " from person p left join departure d on d.person_id = p.id where p.active = ?"
            + " and (d.left_at < ? or (d.person_id is null and p.modified_at < ?))";

    private DuePeople() {}

    static int count(DataSource dataSource, Instant leftBefore) {
        return Sql.of("select count(*)" + FROM, false, leftBefore.toEpochMilli(), leftBefore.toEpochMilli())
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    /** The next ones after an id, in the order of ids. */
    static List<String> page(DataSource dataSource, Instant leftBefore, String after, int most) {
        return Sql.of(
                        "select p.id" + FROM + " and p.id > ? order by p.id fetch first ? rows only",
                        false,
                        leftBefore.toEpochMilli(),
                        leftBefore.toEpochMilli(),
                        after,
                        most)
                .list(dataSource, row -> row.getString(1));
    }

    /** Whether it is true of a person, within the transaction that has locked that person. */
    static boolean is(DataSource dataSource, Instant leftBefore, String personId) {
        return !Sql.of(
                        "select p.id" + FROM + " and p.id = ?",
                        false,
                        leftBefore.toEpochMilli(),
                        leftBefore.toEpochMilli(),
                        personId)
                .list(dataSource, row -> true)
                .isEmpty();
    }
}

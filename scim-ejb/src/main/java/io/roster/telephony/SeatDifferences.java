package io.roster.telephony;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Finds active people whose seat does not agree with the groups that have a licence, or with what Okta gives. Each search
 * walks once through an index, from the person behind the last one found.
 */
@Dependent
public class SeatDifferences {

    private static final String PAGE = " order by %1$s.%2$s fetch first ? rows only";
    private static final String ACTIVE =
            " and exists (select 1 from person p where p.id = %1$s.%2$s and p.active = true)";
    private static final String SEATS =
            "select s.person_id from license_seat s where s.license_id = ? and s.person_id > ? and ";
    private static final String MEMBER = "select 1 from license_group r join membership m on m.group_id = r.group_id"
            + " where r.license_id = s.license_id and m.member_id = s.person_id";
    private static final String GIVEN = "select 1 from person_value v where v.person_id = s.person_id"
            + " and v.attribute = 'entitlements' and v.value_key = s.license_id";

    private static final String LEFT_GROUP = SEATS + "s.by_group = true and not exists (" + MEMBER + ")"
            + ACTIVE.formatted("s", "person_id") + PAGE.formatted("s", "person_id");
    private static final String NOT_GIVEN = SEATS + "s.by_okta = true and not exists (" + GIVEN + ")"
            + ACTIVE.formatted("s", "person_id") + PAGE.formatted("s", "person_id");
    private static final String HOLDERS =
            SEATS + "s.state = 'HELD'" + ACTIVE.formatted("s", "person_id") + PAGE.formatted("s", "person_id");
    private static final String NEW_MEMBERS =
            "select m.member_id from membership m where m.group_id = ? and m.member_id > ? and m.member_type = 'User'"
                    + " and not exists (select 1 from license_seat s where s.license_id = ? and s.person_id = m.member_id"
                    + " and s.by_group = true)" + ACTIVE.formatted("m", "member_id")
                    + PAGE.formatted("m", "member_id");
    private static final String NEWLY_GIVEN =
            "select v.person_id from person_value v where v.attribute = 'entitlements' and v.value_key = ?"
                    + " and v.person_id > ? and not exists (select 1 from license_seat s where s.license_id = ?"
                    + " and s.person_id = v.person_id and s.by_okta = true)"
                    + ACTIVE.formatted("v", "person_id") + PAGE.formatted("v", "person_id");
    private static final String WAITING = "select s.person_id from license l join license_seat s on s.license_id = l.id"
            + " join person p on p.id = s.person_id where l.id = ? and (l.seats is null or l.seats_used < l.seats)"
            + " and s.state = 'WAITING' and p.active = true order by s.since, s.person_id"
            + " fetch first ? rows only";

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * A search that goes on behind the person that it found last.
     *
     * @see #search
     */
    @FunctionalInterface
    interface Search {

        /** The next people in the order of their ids, at most {@code count}. */
        List<String> after(String personId, int count);
    }

    /** People who have a reason, or a seat, that they no longer should have. */
    List<Search> losses(String licenseId) {
        return List.of(seats(LEFT_GROUP, licenseId), seats(NOT_GIVEN, licenseId));
    }

    /** People who have no reason yet that they should have. */
    List<Search> gains(String licenseId) {
        List<Search> gains = new ArrayList<>();
        for (String group : groups(licenseId)) {
            gains.add((after, count) -> ids(Sql.of(NEW_MEMBERS, group, after, licenseId, count)));
        }
        gains.add((after, count) -> ids(Sql.of(NEWLY_GIVEN, licenseId, after, licenseId, count)));
        return gains;
    }

    /** Everybody who has the licence. */
    Search holders(String licenseId) {
        return seats(HOLDERS, licenseId);
    }

    /** Those who have waited longest, where a seat is free for them. */
    List<String> waiting(String licenseId, int count) {
        return ids(Sql.of(WAITING, licenseId, count));
    }

    /** Which of some people are members of a group that has the licence, in the running transaction. */
    static Set<String> members(DataSource shared, String licenseId, List<String> personIds) {
        return among(
                shared,
                "select m.member_id from license_group r join membership m on m.group_id = r.group_id"
                        + " where r.license_id = ? and m.member_id in ",
                licenseId,
                personIds);
    }

    /** To which of some people Okta gives the licence, in the running transaction. */
    static Set<String> given(DataSource shared, String licenseId, List<String> personIds) {
        return among(
                shared,
                "select person_id from person_value where attribute = 'entitlements' and value_key = ? and person_id in ",
                licenseId,
                personIds);
    }

    private static Set<String> among(DataSource shared, String select, String licenseId, List<String> personIds) {
        List<Object> parameters = new ArrayList<>(List.of(licenseId));
        parameters.addAll(personIds);
        return new HashSet<>(
                new Sql(select + Sql.places(personIds.size()), parameters).list(shared, row -> row.getString(1)));
    }

    private Search seats(String sql, String licenseId) {
        return (after, count) -> ids(Sql.of(sql, licenseId, after, count));
    }

    private List<String> groups(String licenseId) {
        return ids(Sql.of("select group_id from license_group where license_id = ? order by group_id", licenseId));
    }

    private List<String> ids(Sql sql) {
        return sql.list(dataSource, row -> row.getString(1));
    }
}

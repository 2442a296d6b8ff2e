package io.roster.telephony;

import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import java.util.ArrayList;
import java.util.List;

/** The statements behind the list of those who have a reason for a licence. */
final class SeatSql {

    /** The groups by which people have a licence. */
    static final String GROUPS = "select m.member_id, g.display_name from license_group r"
            + " join membership m on m.group_id = r.group_id join directory_group g on g.id = r.group_id"
            + " where r.license_id = ? and m.member_id in ";

    // A UNION, because neither database uses its indexes for an OR over different columns.
    private static final String FOUND = "(select id from person where user_name_key like ? escape '!'"
            + " union select id from person where full_name_key like ? escape '!'"
            + " union select id from person where family_name_key like ? escape '!'"
            + " union select person_id as id from person_value where attribute = 'emails' and value_key like ? escape '!'"
            + ") hit join ";
    private static final int WAYS_TO_FIND = 4;

    private final String from;
    private final List<Object> values;
    private final boolean waiting;

    private SeatSql(String from, List<Object> values, boolean waiting) {
        this.from = from;
        this.values = values;
        this.waiting = waiting;
    }

    static SeatSql of(SeatQuery query) {
        boolean waiting = query.state() == SeatState.WAITING;
        boolean searching = query.search() != null;
        List<Object> values = new ArrayList<>();
        if (searching) {
            String prefix = Keys.fold(query.search()).replaceAll("[!%_]", "!$0") + '%';
            for (int i = 0; i < WAYS_TO_FIND; i++) {
                values.add(prefix);
            }
        }
        values.add(query.licenseId());
        values.add(query.state().name());
        // Whoever waits and is deactivated waits for nothing.
        String from =
                " from " + (searching ? FOUND : "") + "license_seat s" + (searching ? " on s.person_id = hit.id" : "")
                        + (waiting ? " join person a on a.id = s.person_id and a.active = true" : "")
                        + " where s.license_id = ? and s.state = ?";
        return new SeatSql(from, values, waiting);
    }

    /** Counts no further than a limit. */
    Sql counting(int limit) {
        return with("select count(*) from (select s.person_id" + from + " fetch first ? rows only) counted", limit);
    }

    /** People are looked up for the page alone, when an index has said who is on it. */
    Sql page(int offset, int count) {
        String order = waiting ? " order by %s.since, %1$s.person_id" : " order by %s.since desc, %1$s.person_id";
        return with(
                "select " + SeatHolder.COLUMNS + " from (select s.*" + from + order.formatted("s")
                        + " offset ? rows fetch next ? rows only) s join person p on p.id = s.person_id"
                        + order.formatted("s"),
                offset,
                count);
    }

    /** Those behind a person, in the order of their ids, whatever their state. */
    static Sql stretch(String licenseId, String after, int count) {
        return Sql.of(
                "select " + SeatHolder.COLUMNS + " from license_seat s join person p on p.id = s.person_id"
                        + " where s.license_id = ? and s.person_id > ? order by s.person_id fetch first ? rows only",
                licenseId,
                after,
                count);
    }

    private Sql with(String text, Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return new Sql(text, all);
    }
}

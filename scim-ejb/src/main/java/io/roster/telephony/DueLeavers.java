package io.roster.telephony;

import io.roster.persistence.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Those who left by a certain time and still have something of a kind. */
final class DueLeavers {

    private static final Map<ServiceKind, String> HELD = Map.of(
            ServiceKind.NUMBER, "phone_number s where s.person_id = d.person_id",
            ServiceKind.EXTENSION, "extension_number s where s.person_id = d.person_id",
            ServiceKind.LICENSE, "license_seat s where s.person_id = d.person_id and s.state = 'HELD'");

    private DueLeavers() {}

    /** The next people after one, those who left first before the others. */
    static List<Leaver> page(DataSource dataSource, ServiceKind kind, Instant leftBy, Leaver after, int most) {
        return Sql.of(
                        "select d.left_at, d.person_id" + from(kind) + " and d.left_at >= ? and (d.left_at > ? or"
                                + " d.person_id > ?) order by d.left_at, d.person_id fetch first ? rows only",
                        leftBy.toEpochMilli(),
                        after.left().toEpochMilli(),
                        after.left().toEpochMilli(),
                        after.personId(),
                        most)
                .list(dataSource, row -> new Leaver(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)));
    }

    static int count(DataSource dataSource, ServiceKind kind, Instant leftBy) {
        return Sql.of("select count(*)" + from(kind), leftBy.toEpochMilli())
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }

    private static String from(ServiceKind kind) {
        return " from departure d where d.left_at <= ? and exists (select 1 from " + HELD.get(kind) + ")";
    }
}

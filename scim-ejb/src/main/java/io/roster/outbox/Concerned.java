package io.roster.outbox;

import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Everybody of whom Okta has something to hear: who has services, and who has none any more while Okta still has some of
 * Roster's. The latter may have been deleted; their outbox rows know who they are in Okta.
 */
final class Concerned {

    private static final String TABLE =
            "select person_id from (select person_id from %s where person_id > ?%s order by person_id"
                    + " fetch first ? rows only) %s";

    private static final String PEOPLE = "select s.person_id, p.external_id, o.okta_id from ("
            + TABLE.formatted("phone_number", "", "n")
            + " union "
            + TABLE.formatted("extension_number", "", "e")
            + " union "
            + TABLE.formatted("outbox_field", " and (value is not null or announced is not null)", "f")
            + " union "
            + TABLE.formatted("outbox_former", "", "w")
            + ") s left join person p on p.id = s.person_id left join outbox o on o.person_id = s.person_id"
            + " order by s.person_id fetch first ? rows only";

    private Concerned() {}

    /**
     * The next ones by id.
     *
     * @param dataSource of the transaction
     * @param behind the last one of the page before, empty for the first page
     * @param most how many at most
     * @return people; the id in Okta is {@code null} where Okta does not know them
     */
    static List<Changed> after(DataSource dataSource, String behind, int most) {
        return Sql.of(PEOPLE, behind, most, behind, most, behind, most, behind, most, most)
                .list(dataSource, Concerned::read);
    }

    private static Changed read(ResultSet row) throws SQLException {
        String key = row.getString(2);
        return new Changed(row.getString(1), key == null ? row.getString(3) : Keys.original(key));
    }
}

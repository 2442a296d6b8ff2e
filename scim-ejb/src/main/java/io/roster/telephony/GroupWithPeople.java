package io.roster.telephony;

import io.roster.persistence.Source;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A group, as a rule for a licence names it.
 *
 * @param id the SCIM id
 * @param displayName its name, which need not be unique
 * @param source who owns the group: Okta, or the console
 * @param people how many people are members
 * @param groups how many groups are members; their members do not count
 */
public record GroupWithPeople(String id, String displayName, Source source, int people, int groups)
        implements Serializable {

    static GroupWithPeople read(ResultSet row) throws SQLException {
        return new GroupWithPeople(
                row.getString("id"),
                row.getString("display_name"),
                Source.valueOf(row.getString("source")),
                row.getInt("people"),
                row.getInt("nested"));
    }
}

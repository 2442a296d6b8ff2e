package io.roster.telephony;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A licence for which a person has a reason.
 *
 * @param licenseId the id of the licence type
 * @param displayName its name
 * @param state whether the person has a seat
 * @param reasons why, at least one
 * @param since since when the state is so
 */
public record PersonLicense(
        String licenseId, String displayName, SeatState state, Set<SeatReason> reasons, Instant since) {

    static PersonLicense read(ResultSet row) throws SQLException {
        return new PersonLicense(
                row.getString("id"),
                row.getString("display_name"),
                SeatState.valueOf(row.getString("state")),
                reasons(row),
                Instant.ofEpochMilli(row.getLong("since")));
    }

    static Set<SeatReason> reasons(ResultSet row) throws SQLException {
        Set<SeatReason> reasons = EnumSet.noneOf(SeatReason.class);
        for (SeatReason reason : SeatReason.values()) {
            if (row.getBoolean("by_" + reason.name().toLowerCase(java.util.Locale.ROOT))) {
                reasons.add(reason);
            }
        }
        return reasons;
    }
}

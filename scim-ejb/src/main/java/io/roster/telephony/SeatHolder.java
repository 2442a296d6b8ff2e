package io.roster.telephony;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A person with a reason for a licence.
 *
 * @param personId the SCIM id
 * @param name what pages call the person
 * @param userName {@code userName}
 * @param active whether the person is active
 * @param state whether the person has a seat
 * @param reasons why, at least one
 * @param groups the names of the groups by which the person has it
 * @param since since when the state is so
 * @param assignedBy the administrator who assigned it by hand, or {@code Roster}
 */
public record SeatHolder(
        String personId,
        String name,
        String userName,
        boolean active,
        SeatState state,
        Set<SeatReason> reasons,
        List<String> groups,
        Instant since,
        String assignedBy) {

    static final String COLUMNS = "p.id, p.full_name, p.user_name, p.active, s.state, s.by_hand, s.by_group, s.by_okta,"
            + " s.since, s.assigned_by";

    static SeatHolder read(ResultSet row) throws SQLException {
        return new SeatHolder(
                row.getString("id"),
                row.getString("full_name"),
                row.getString("user_name"),
                row.getBoolean("active"),
                SeatState.valueOf(row.getString("state")),
                PersonLicense.reasons(row),
                List.of(),
                Instant.ofEpochMilli(row.getLong("since")),
                row.getString("assigned_by"));
    }

    /** @return whether an administrator assigned it to this person, so that it can be released */
    public boolean byHand() {
        return reasons.contains(SeatReason.HAND);
    }

    SeatHolder with(List<String> names) {
        return new SeatHolder(personId, name, userName, active, state, reasons, names, since, assignedBy);
    }
}

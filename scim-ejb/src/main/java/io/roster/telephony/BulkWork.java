package io.roster.telephony;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Work on the services of a selection of people, or on the pool of numbers, and how far it is.
 *
 * @param id a UUID
 * @param action what is done to each
 * @param subject see {@link BulkAction}; {@code null} where the action needs none
 * @param total how many people were selected, or numbers are to be added
 * @param done for how many it was done
 * @param unchanged for how many there was nothing to do
 * @param refused for how many it was refused
 * @param created when it was asked for
 * @param createdBy the administrator's user name
 * @param ended when it was through with everybody; {@code null} until then
 * @param seen whether that administrator has seen that it is through
 */
public record BulkWork(
        String id,
        BulkAction action,
        String subject,
        int total,
        int done,
        int unchanged,
        int refused,
        Instant created,
        String createdBy,
        Instant ended,
        boolean seen) {

    static final String COLUMNS =
            "id, action, subject, total, done, unchanged, refused, created_at, created_by, ended_at, seen";

    static BulkWork read(ResultSet row) throws SQLException {
        long ended = row.getLong("ended_at");
        boolean isEnded = !row.wasNull();
        return new BulkWork(
                row.getString("id"),
                BulkAction.valueOf(row.getString("action")),
                row.getString("subject"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("created_by"),
                isEnded ? Instant.ofEpochMilli(ended) : null,
                row.getBoolean("seen"));
    }

    /** @return for how many it is still to be done */
    public int remaining() {
        return total - done - unchanged - refused;
    }

    /** @return how much of it is done, in whole percent */
    public int percent() {
        return total == 0 ? 100 : (int) (100L * (total - remaining()) / total);
    }
}

package io.roster.access;

import io.roster.scim.protocol.ScimException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is read of an API token with each request. */
record StoredToken(
        String id, String name, String secretHash, Scope scope, Instant expires, Instant revoked, Instant lastUsed) {

    static final String BY_HASH = "select id, name, secret_hash, scope, expires_at, revoked_at, last_used_at"
            + " from api_token where secret_hash = ?";

    static StoredToken of(ResultSet row) throws SQLException {
        return new StoredToken(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Scope.valueOf(row.getString(4)),
                instant(row, 5),
                instant(row, 6),
                instant(row, 7));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    void requireValidAt(Instant now) {
        if (revoked != null) {
            throw ScimException.unauthorized("The API token '" + name + "' was revoked at "
                    + revoked.truncatedTo(ChronoUnit.SECONDS) + ". Make a new one in Roster's console.");
        }
        if (expires != null && !now.isBefore(expires)) {
            throw ScimException.unauthorized("The API token '" + name + "' expired at "
                    + expires.truncatedTo(ChronoUnit.SECONDS) + ". Make a new one in Roster's console.");
        }
    }
}

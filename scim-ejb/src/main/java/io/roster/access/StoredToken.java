package io.roster.access;

import io.roster.scim.protocol.ScimException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is read of an API token with each request. */
record StoredToken(
        String id,
        String name,
        String secretHash,
        Scope scope,
        Instant expires,
        Instant revoked,
        Instant lastUsed,
        TokenOwner owner) {

    static final String BY_HASH = "select t.id, t.name, t.secret_hash, t.scope, t.expires_at, t.revoked_at,"
            + " t.last_used_at, t.person_id, p.user_name, p.active from api_token t"
            + " left join person p on p.id = t.person_id where t.secret_hash = ?";

    static StoredToken of(ResultSet row) throws SQLException {
        return new StoredToken(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Scope.valueOf(row.getString(4)),
                instant(row, 5),
                instant(row, 6),
                instant(row, 7),
                owner(row));
    }

    private static TokenOwner owner(ResultSet row) throws SQLException {
        String id = row.getString(8);
        return id == null ? null : new TokenOwner(id, row.getString(9), row.getBoolean(10));
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
        if (owner != null && owner.isDeleted()) {
            throw ScimException.unauthorized("The API token '" + name
                    + "' belongs to a person who was deleted. Make a new" + " one in Roster's console.");
        }
        if (owner != null && !owner.active()) {
            throw ScimException.unauthorized("The API token '" + name + "' belongs to " + owner.userName() + ", who is"
                    + " deactivated. Reactivate the person, or use another token.");
        }
    }
}

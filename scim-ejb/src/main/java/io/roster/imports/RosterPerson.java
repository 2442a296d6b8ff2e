package io.roster.imports;

import io.roster.persistence.Documents;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A person as matching sees them.
 *
 * @param id the SCIM id
 * @param userName in the case in which it was given
 * @param name what pages call the person
 * @param oktaId of the user of Okta with whom the person is linked; {@code null} for none
 * @param active whether the person may use Roster's services
 * @param document the stored one
 */
record RosterPerson(String id, String userName, String name, String oktaId, boolean active, JsonObject document) {

    static final String COLUMNS = "id, user_name, full_name, active, document";

    static RosterPerson read(ResultSet row) throws SQLException {
        JsonObject document = Documents.parse(row.getString(5));
        return new RosterPerson(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                document.getString("externalId", null),
                row.getBoolean(4),
                document);
    }

    /** Whether the person may be linked with a user of Okta: with nobody, or left by another one who is inactive here. */
    boolean isFreeFor(String user) {
        return oktaId == null || oktaId.equals(user) || !active;
    }
}

package io.roster.imports;

import io.roster.persistence.Documents;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A group as matching sees it.
 *
 * @param id the SCIM id
 * @param name its displayName
 * @param oktaId of the group of Okta with which it is linked; {@code null} for none
 * @param document the stored one, without members
 */
record RosterGroup(String id, String name, String oktaId, JsonObject document) {

    static final String COLUMNS = "id, display_name, document";

    static RosterGroup read(ResultSet row) throws SQLException {
        JsonObject document = Documents.parse(row.getString(3));
        return new RosterGroup(row.getString(1), row.getString(2), document.getString("externalId", null), document);
    }
}

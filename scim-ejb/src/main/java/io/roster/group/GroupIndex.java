package io.roster.group;

import io.roster.persistence.Keys;
import jakarta.json.JsonObject;

/**
 * The columns that index a group's document: the one place in which they are derived.
 *
 * @param displayName as given
 * @param displayNameKey folded
 * @param externalId its key; may be {@code null}
 */
record GroupIndex(String displayName, String displayNameKey, String externalId) {

    static GroupIndex of(JsonObject document) {
        String displayName = document.getString("displayName");
        return new GroupIndex(displayName, Keys.fold(displayName), Keys.of(document.getString("externalId", null)));
    }
}

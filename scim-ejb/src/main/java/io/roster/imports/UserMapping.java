package io.roster.imports;

import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonObject;

/** What the settings make of a user of Okta. */
public interface UserMapping {

    /**
     * The attributes that Okta owns of a person.
     *
     * @param user of Okta
     * @param linked whether the person is linked already, and only what is mapped for updates counts
     * @return a User without {@code schemas}, {@code externalId} and {@code active}; with null for what is mapped and empty in
     *     Okta
     * @throws ScimException with a sentence, when the mapping cannot be applied to this user
     */
    JsonObject wanted(FetchedUser user, boolean linked);

    /**
     * Whether somebody who is linked is just what Okta wants. It costs less than finding out what would change.
     *
     * @param user of Okta, active
     * @param document the stored one
     * @return false where it is not sure
     */
    default boolean isAsWanted(FetchedUser user, JsonObject document) {
        return false;
    }
}

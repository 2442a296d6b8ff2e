package io.roster.imports;

import io.roster.expression.Sources;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/** The profiles of a user whom a run read. */
record FetchedSources(FetchedUser user) implements Sources {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String USER_NAME = "userName";

    @Override
    public JsonValue attribute(String source, String attribute) {
        // What Okta calls the username for the app is not in either profile, but the app user's credentials have it.
        if (!source.equals(USER) && attribute.equals(USER_NAME) && user.appUserName() != null) {
            return JSON.createValue(user.appUserName());
        }
        return (source.equals(APP_USER) ? user.appProfile() : user.profile()).get(attribute);
    }
}

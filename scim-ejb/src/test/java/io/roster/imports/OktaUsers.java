package io.roster.imports;

import io.roster.persistence.Documents;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Users of Okta, and settings for them, as tests of matching want them. */
final class OktaUsers {

    static final String WORK_EMAIL = "emails[type eq \"work\"].value";

    private OktaUsers() {}

    static ImportSettings matchingBy(String... exact) {
        return settings(List.of(exact), true, true, false, true);
    }

    static ImportSettings settings(
            List<String> exact, boolean partial, boolean confirmExact, boolean confirmPartial, boolean confirmNew) {
        return new ImportSettings(
                1,
                false,
                "0oa1",
                "0 2 * * *",
                "0 * * * *",
                ZoneId.of("UTC"),
                UserNameFormat.OKTA_USERNAME,
                null,
                exact,
                partial,
                confirmExact,
                confirmPartial,
                confirmNew,
                20,
                20);
    }

    /** An active user with these names, whose userName and address are the login. */
    static FetchedUser user(String id, String login, String first, String last) {
        return user(id, "ACTIVE", "PROVISIONED", login, first, last);
    }

    static FetchedUser user(String id, String status, String assigned, String login, String first, String last) {
        JsonObject profile = JsonProvider.provider()
                .createObjectBuilder(Map.of())
                .add("login", login)
                .add("email", login)
                .add("firstName", first)
                .add("lastName", last)
                .build();
        return new FetchedUser(id, status, assigned, null, login, profile, JsonValue.EMPTY_JSON_OBJECT);
    }

    static FetchedUser unassigned(FetchedUser user) {
        return new FetchedUser(
                user.oktaId(),
                user.status(),
                "UNASSIGNED",
                user.scimId(),
                user.appUserName(),
                user.profile(),
                user.appProfile());
    }

    static FetchedUser remembering(FetchedUser user, String scimId) {
        return new FetchedUser(
                user.oktaId(),
                user.status(),
                user.appUserStatus(),
                scimId,
                user.appUserName(),
                user.profile(),
                user.appProfile());
    }

    static JsonObject json(String text) {
        return Documents.parse(text.replace('\'', '"'));
    }
}

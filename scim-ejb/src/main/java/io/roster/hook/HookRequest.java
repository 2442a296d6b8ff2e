package io.roster.hook;

import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;

/**
 * What Okta asks about one person whom it imports, as far as the answer depends on it.
 *
 * @param eventId Okta's id of the request
 * @param result what Okta would do: {@code CREATE_USER} or {@code LINK_USER}
 * @param loginTaken whether another Okta user has the login
 * @param matches ids of the Okta users who match
 * @param appUser the profile of the app user, made of what Roster answered
 * @param user the profile that the Okta user would get
 * @param userId of the Okta user with whom Okta would link; {@code null} where it would create one
 * @see <a href="https://developer.okta.com/docs/reference/import-hook/">User import inline hook</a>
 */
record HookRequest(
        String eventId,
        String result,
        boolean loginTaken,
        List<String> matches,
        JsonObject appUser,
        JsonObject user,
        String userId) {

    static final String CREATE = "CREATE_USER";
    static final String LINK = "LINK_USER";
    private static final String EVENT_TYPE = "com.okta.import.transform";

    /**
     * @throws ScimException 400 for what is no request of this hook
     */
    static HookRequest of(JsonObject body) {
        String type = text(body, "eventType");
        if (!EVENT_TYPE.equals(type)) {
            throw ScimException.invalidSyntax("This address answers inline hooks of the type " + EVENT_TYPE
                    + ", and the request's eventType is " + (type == null ? "missing" : "another")
                    + ". Register it in Okta as a user import inline hook.");
        }
        JsonObject data = object(body, "data");
        JsonObject context = object(data, "context");
        return new HookRequest(
                text(body, "eventId"),
                Objects.requireNonNullElse(text(object(data, "action"), "result"), CREATE),
                texts(context, "conflicts").contains("login"),
                texts(context, "matches"),
                object(object(data, "appUser"), "profile"),
                object(object(data, "user"), "profile"),
                text(object(data, "user"), "id"));
    }

    /** {@return the userName that Roster answered for this person, or null} */
    String userName() {
        return text(appUser, "userName");
    }

    /** {@return the SCIM id where Okta says it, or null} */
    String scimId() {
        return text(appUser, "externalId");
    }

    /** {@return a text of the Okta user's profile, or null} */
    String ofUser(String attribute) {
        return text(user, attribute);
    }

    private static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static String text(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonString string ? string.getString() : null;
    }

    // The description of the API says neither whether these are texts or objects with an id.
    private static List<String> texts(JsonObject parent, String name) {
        JsonArray array = parent.get(name) instanceof JsonArray found ? found : JsonValue.EMPTY_JSON_ARRAY;
        return array.stream()
                .map(value -> value instanceof JsonObject object
                        ? text(object, "id")
                        : value instanceof JsonString string ? string.getString() : null)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}

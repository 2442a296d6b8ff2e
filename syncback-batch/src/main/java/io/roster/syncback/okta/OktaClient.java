package io.roster.syncback.okta;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * An Okta org's REST API. Any number of threads may use one client. Each call is one request, apart from one for an access
 * token now and then, and from calls whose access token Okta refuses, which are sent once more with a new one. No other
 * request is ever repeated here. A call ends within the client's time-outs. To be closed, which ends the connections; not to
 * be called within a database transaction.
 */
public final class OktaClient implements AutoCloseable {

    private final OktaApi api;
    private final boolean renewing;

    /**
     * @param renewing whether there is a new token to be had when Okta refuses one
     */
    OktaClient(OktaApi api, boolean renewing) {
        this.api = api;
        this.renewing = renewing;
    }

    /**
     * Some users, in no order.
     *
     * @param limit how many at most, 1 to 200
     * @return users without an {@code ETag}
     * @throws OktaException when Okta refuses, or does not answer
     */
    public OktaAnswer<List<OktaUser>> users(int limit) {
        return read(() -> api.users(limit), (json, response) -> json.asJsonArray().stream()
                .map(user -> OktaUser.of(user.asJsonObject(), ""))
                .toList());
    }

    /**
     * A user by id, which unlike a search is up to date.
     *
     * @param id Okta's id, or the login
     * @return the user with its {@code ETag}
     * @throws OktaException 404 when there is none, and as Okta refuses
     */
    public OktaAnswer<OktaUser> user(String id) {
        return read(() -> api.user(UserIds.checked(id)), OktaClient::user);
    }

    /**
     * Changes attributes of a user: those that the profile names, and no other.
     *
     * @param id Okta's id
     * @param etag of the user as it was read: who changed it since then wins; {@code null} for no matter what
     * @param profile the attributes with their new values; JSON's null clears one
     * @return the user as it is now
     * @throws OktaException 412 when the user was changed since it was read, and as Okta refuses
     */
    public OktaAnswer<OktaUser> update(String id, String etag, JsonObject profile) {
        String body = OktaJson.BUILDERS
                .createObjectBuilder()
                .add("profile", profile)
                .build()
                .toString();
        return read(
                () -> api.update(UserIds.checked(id), etag == null || etag.isEmpty() ? null : etag, body),
                OktaClient::user);
    }

    /**
     * Changes what an app has of a user: what the body leaves out stays as it is. A service app needs okta.apps.manage.
     *
     * @param app Okta's id of the app
     * @param id Okta's id of the user
     * @param body {@code profile}, {@code credentials}, or both
     * @throws OktaException 404 when it is not assigned to the user, and as Okta refuses
     */
    public OktaAnswer<Void> updateAppUser(String app, String id, JsonObject body) {
        String text = body.toString();
        return nothing(() -> api.updateAppUser(UserIds.checked(app), UserIds.checked(id), text));
    }

    /**
     * Assigns an app to a user.
     *
     * @param app Okta's id of the app
     * @param id Okta's id of the user
     * @throws OktaException 403 when the user is inactive, and as Okta refuses
     */
    public OktaAnswer<Void> assign(String app, String id) {
        String body = OktaJson.BUILDERS
                .createObjectBuilder()
                .add("id", UserIds.checked(id))
                .add("scope", "USER")
                .build()
                .toString();
        return nothing(() -> api.assign(UserIds.checked(app), body));
    }

    /**
     * Assigns an app to a user no more.
     *
     * @param app Okta's id of the app
     * @param id Okta's id of the user
     * @throws OktaException 404 when it is not assigned, and as Okta refuses
     */
    public OktaAnswer<Void> unassign(String app, String id) {
        return nothing(() -> api.unassign(UserIds.checked(app), UserIds.checked(id)));
    }

    /**
     * Makes a user a member of a group; somebody who is one stays one. A service app needs okta.groups.manage.
     *
     * @param group Okta's id of the group
     * @param id Okta's id of the user
     * @throws OktaException as Okta refuses
     */
    public OktaAnswer<Void> addMember(String group, String id) {
        return nothing(() -> api.addMember(UserIds.checked(group), UserIds.checked(id)));
    }

    /**
     * Removes a user from a group.
     *
     * @param group Okta's id of the group
     * @param id Okta's id of the user
     * @throws OktaException as Okta refuses
     */
    public OktaAnswer<Void> removeMember(String group, String id) {
        return nothing(() -> api.removeMember(UserIds.checked(group), UserIds.checked(id)));
    }

    private OktaAnswer<Void> nothing(Supplier<Response> call) {
        return read(call, (json, response) -> null);
    }

    /**
     * Changes the status of a user. No mail is written to anybody.
     *
     * @param id Okta's id
     * @param transition what to do
     * @return nothing but what the answer says of the rate limit
     * @throws OktaException 403 E0000038 when the user's status does not allow it, 409 E0000112 while the user is being
     *     activated, and as Okta refuses
     */
    public OktaAnswer<Lifecycle> lifecycle(String id, Lifecycle transition) {
        Boolean mail = transition.hasMail() ? Boolean.FALSE : null;
        return read(
                () -> api.lifecycle(UserIds.checked(id), transition.path(), mail, "{}"),
                (json, response) -> transition);
    }

    /**
     * The schema of the default user type.
     *
     * @return Okta's own and added attributes
     * @throws OktaException as Okta refuses
     */
    public OktaAnswer<UserSchema> userSchema() {
        return read(api::userSchema, (json, response) -> UserSchema.of(json.asJsonObject()));
    }

    /**
     * Adds an attribute of type string to the default user type. People may see theirs, and not change it.
     *
     * @param name 1 to 63 of a to z, 0 to 9 and underscore, beginning with a letter
     * @param title what Okta's console calls it
     * @param maxLength the most characters of a value
     * @return the schema with it
     * @throws OktaException as Okta refuses
     */
    public OktaAnswer<UserSchema> addAttribute(String name, String title, int maxLength) {
        String body = NewAttribute.json(name, title, maxLength).toString();
        return read(() -> api.changeUserSchema(body), (json, response) -> UserSchema.of(json.asJsonObject()));
    }

    private static OktaUser user(JsonValue json, Response response) {
        return OktaUser.of(json.asJsonObject(), Headers.first(response.getHeaders(), "ETag"));
    }

    private <T> OktaAnswer<T> read(Supplier<Response> call, BiFunction<JsonValue, Response, T> reader) {
        try {
            return Answers.read(call, reader);
        } catch (OktaException e) {
            if (renewing && e.isTokenRefused()) {
                return Answers.read(call, reader);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        api.close();
    }
}

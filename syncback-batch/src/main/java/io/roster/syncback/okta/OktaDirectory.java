package io.roster.syncback.okta;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads in an Okta org who is assigned to an app. As {@link OktaClient}: each call is one request, no request is repeated,
 * and none is to be made within a database transaction. To be closed.
 */
public final class OktaDirectory implements AutoCloseable {

    /** The most that Okta puts on a page of any list. */
    static final int MOST = 1000;

    private static final int MOST_APP_USERS = 500;
    private static final int MOST_USERS = 200;

    private final OktaDirectoryApi api;
    private final URI org;
    private final boolean renewing;
    private final int pageSize;

    /**
     * @param org where it is, and where links may lead
     * @param renewing whether there is a new token to be had when Okta refuses one
     * @param pageSize how many to ask for at most; Okta's lists have limits of their own
     */
    OktaDirectory(OktaDirectoryApi api, URI org, boolean renewing, int pageSize) {
        this.api = api;
        this.org = org;
        this.renewing = renewing;
        this.pageSize = pageSize;
    }

    /**
     * Users to whom an app is assigned, 500 a page.
     *
     * @param app Okta's id of the app
     * @param next where the list goes on; {@code null} for its beginning
     * @throws OktaException 404 when there is no such app, and as Okta refuses
     */
    public OktaAnswer<OktaPage<AppUser>> appUsers(String app, String next) {
        return page(next, () -> api.appUsers(UserIds.checked(app), limit(MOST_APP_USERS), "user"), AppUser::of);
    }

    /**
     * A user to whom an app is assigned; unlike a list, this is up to date.
     *
     * @param app Okta's id of the app
     * @param userId Okta's id of the user
     * @throws OktaException 404 when there is no such app, or it is not assigned to the user; and as Okta refuses
     */
    public OktaAnswer<AppUser> appUser(String app, String userId) {
        return read(() -> api.appUser(UserIds.checked(app), UserIds.checked(userId), "user"), AppUser::of);
    }

    /**
     * Groups to which an app is assigned, 200 a page.
     *
     * @param app Okta's id of the app
     * @param next where the list goes on; {@code null} for its beginning
     * @throws OktaException as Okta refuses
     */
    public OktaAnswer<OktaPage<AppGroup>> appGroups(String app, String next) {
        return page(next, () -> api.appGroups(UserIds.checked(app), limit(MOST_USERS), "group"), AppGroup::of);
    }

    /**
     * A group.
     *
     * @param groupId Okta's id
     * @throws OktaException 404 when there is none; and as Okta refuses
     */
    public OktaAnswer<AppGroup.Group> group(String groupId) {
        return read(() -> api.group(UserIds.checked(groupId)), AppGroup.Group::of);
    }

    /**
     * The ids of a group's members, 200 a page. Okta sends each member's whole profile along, which is skipped.
     *
     * @param groupId Okta's id
     * @param next where the list goes on; {@code null} for its beginning
     * @throws OktaException 404 when there is no such group; and as Okta refuses
     */
    public OktaAnswer<OktaPage<String>> members(String groupId, String next) {
        return ids(next, () -> api.members(UserIds.checked(groupId), limit(MOST_USERS)));
    }

    /**
     * What group push does for an app, 200 mappings a page.
     *
     * @param app Okta's id of the app
     * @param next where the list goes on; {@code null} for its beginning
     * @throws OktaException 403 or 404 where Okta does not tell, and as Okta refuses
     */
    public OktaAnswer<OktaPage<GroupPush>> pushMappings(String app, String next) {
        return page(next, () -> api.pushMappings(UserIds.checked(app), limit(MOST_USERS)), GroupPush::of);
    }

    /**
     * The ids of users that Okta has changed. A search is some seconds behind.
     *
     * @param since later than this
     * @param next where the list goes on; {@code null} for its beginning
     * @throws OktaException as Okta refuses
     */
    public OktaAnswer<OktaPage<String>> changedUsers(Instant since, String next) {
        return ids(next, () -> api.search("lastUpdated gt \"" + since + "\"", limit(MOST_USERS)));
    }

    /**
     * The ids of users to whom an app was assigned or is not any more, or whose username there was changed, from the System
     * Log. Somebody may come several times.
     *
     * @param app Okta's id of the app
     * @param since from then on
     * @param until before then
     * @param next where the list goes on; {@code null} for its beginning
     * @throws OktaException as Okta refuses
     */
    public OktaAnswer<OktaPage<String>> reassignedUsers(String app, Instant since, Instant until, String next) {
        Supplier<Response> first = () -> api.logs(
                "eventType sw \"application.user_membership\"", since.toString(), until.toString(), limit(MOST));
        OktaAnswer<OktaPage<List<String>>> answer = page(next, first, event -> AppEvents.users(event, app));
        OktaPage<List<String>> page = answer.value();
        List<String> ids =
                page.items().stream().flatMap(List::stream).distinct().toList();
        return new OktaAnswer<>(new OktaPage<>(ids, page.next()), answer.rateLimit(), answer.requestId());
    }

    /**
     * A user, whether the app is assigned or not.
     *
     * @param id Okta's id, or the login
     * @return the user, without an {@code ETag}
     * @throws OktaException 404 when there is none; and as Okta refuses
     */
    public OktaAnswer<OktaUser> user(String id) {
        return read(() -> api.user(UserIds.checked(id)), json -> OktaUser.of(json, ""));
    }

    private int limit(int most) {
        return Math.min(most, pageSize);
    }

    private <T> OktaAnswer<T> read(Supplier<Response> call, Function<JsonObject, T> reader) {
        return Answers.readText(renewing, call, (body, response) -> reader.apply(OktaJson.object(body)));
    }

    private <T> OktaAnswer<OktaPage<T>> page(String next, Supplier<Response> first, Function<JsonObject, T> reader) {
        return Answers.readText(
                renewing,
                call(next, first),
                (body, response) -> new OktaPage<>(
                        array(body).stream()
                                .map(JsonValue::asJsonObject)
                                .map(reader)
                                .toList(),
                        NextLink.of(response, org)));
    }

    private static List<JsonValue> array(String body) {
        JsonValue value = OktaJson.value(body);
        if (value.getValueType() != JsonValue.ValueType.ARRAY) {
            throw new JsonException("no array");
        }
        return value.asJsonArray();
    }

    private OktaAnswer<OktaPage<String>> ids(String next, Supplier<Response> first) {
        return Answers.readText(
                renewing,
                call(next, first),
                (body, response) -> new OktaPage<>(IdsOnly.of(body), NextLink.of(response, org)));
    }

    private Supplier<Response> call(String next, Supplier<Response> first) {
        return Optional.ofNullable(next)
                .<Supplier<Response>>map(link -> () -> api.next(link))
                .orElse(first);
    }

    @Override
    public void close() {
        api.close();
    }
}

package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.org.GroupDirectory;
import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.query.Expression;
import io.roster.okta.simulator.query.ExpressionParser;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /api/v1/groups}: groups and their members. */
record GroupsEndpoint(OrgState state) {
    private static final int ID = 3;
    private static final int MEMBER = 5;
    private static final int MOST_GROUPS = 10_000;
    private static final int MOST_MEMBERS = 1000;
    private static final String SCOPE = "okta.groups";
    private static final String USER_GROUP = "okta:user_group";

    List<Route> routes() {
        String member = "/api/v1/groups/*/users/*";
        return List.of(
                Route.of("GET", "/api/v1/groups", SCOPE, Bucket.GROUPS, this::list),
                Route.of(
                        "GET", "/api/v1/groups/*", SCOPE, Bucket.GROUPS, request -> ApiAnswer.ok(json(group(request)))),
                Route.of("GET", "/api/v1/groups/*/users", SCOPE, Bucket.GROUPS, this::members),
                Route.of("PUT", member, SCOPE, Bucket.GROUPS, request -> change(request, true)),
                Route.of("DELETE", member, SCOPE, Bucket.GROUPS, request -> change(request, false)));
    }

    private ApiAnswer list(ApiRequest request) {
        Optional<Expression> condition = request.query()
                .get("filter")
                .or(() -> request.query().get("search"))
                .map(ExpressionParser::parse);
        String word = request.query().get("q").orElse("");
        List<PushedGroup> groups = state.groupDirectory().all().stream()
                .filter(group -> group.name().regionMatches(true, 0, word, 0, word.length()))
                .filter(group -> condition.isEmpty() || condition.get().matches(name -> value(group, name)))
                .toList();
        return Paging.of(request, groups, request.query().limit(MOST_GROUPS, MOST_GROUPS), this::json);
    }

    private String value(PushedGroup group, String attribute) {
        GroupDirectory.Times times = state.groupDirectory().times(group.oktaId());
        return switch (attribute) {
            case "id" -> group.oktaId();
            case "type" -> "OKTA_GROUP";
            case "objectClass" -> USER_GROUP;
            case "profile.name" -> group.name();
            case "created" -> Times.text(times.created());
            case "lastUpdated" -> Times.text(times.lastUpdated());
            case "lastMembershipUpdated" -> Times.text(times.lastMembershipUpdated());
            default -> throw OktaError.badSearch("The attribute " + attribute + " does not exist");
        };
    }

    private ApiAnswer members(ApiRequest request) {
        // By the ids themselves: a group of 10,000 is cut into pages before anybody is looked up.
        return Paging.of(
                request,
                group(request).members().stream().filter(this::exists).toList(),
                request.query().limit(MOST_MEMBERS, MOST_MEMBERS),
                id -> UserResource.of(user(id), request.origin()));
    }

    private boolean exists(String id) {
        return state.directory().byId(id).isPresent();
    }

    private ApiAnswer change(ApiRequest request, boolean in) {
        PushedGroup group = group(request);
        String id = user(request.segment(MEMBER)).id();
        Set<String> members = new LinkedHashSet<>(group.members());
        boolean changed = in ? members.add(id) : members.remove(id);
        if (changed) {
            state.groups().want(group.with(members));
        }
        return ApiAnswer.nothing();
    }

    private Account user(String id) {
        return state.directory().byId(id).orElseThrow(() -> OktaError.notFound(id, "User"));
    }

    private PushedGroup group(ApiRequest request) {
        String id = request.segment(ID);
        return state.groupDirectory().byId(id).orElseThrow(() -> OktaError.notFound(id, "UserGroup"));
    }

    private JsonObject json(PushedGroup group) {
        return json(state, group);
    }

    static JsonObject json(OrgState state, PushedGroup group) {
        GroupDirectory.Times times = state.groupDirectory().times(group.oktaId());
        return Json.object()
                .add("id", group.oktaId())
                .add("created", Times.text(times.created()))
                .add("lastUpdated", Times.text(times.lastUpdated()))
                .add("lastMembershipUpdated", Times.text(times.lastMembershipUpdated()))
                .add("objectClass", Json.array().add(USER_GROUP))
                .add("type", "OKTA_GROUP")
                .add("profile", Json.object().add("name", group.name()).addNull("description"))
                .build();
    }
}

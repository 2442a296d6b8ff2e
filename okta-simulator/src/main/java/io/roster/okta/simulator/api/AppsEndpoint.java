package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.org.GroupDirectory;
import io.roster.okta.simulator.org.Mapping;
import io.roster.okta.simulator.org.OrgState;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.org.Tracked;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /api/v1/apps}: the app, its features, its groups and what group push does with them. */
record AppsEndpoint(OrgState state, AppGroups assigned) {
    private static final String SCOPE = "okta.apps";
    private static final JsonObject FEATURES = features();
    private static final Set<Mapping> MAPPED = EnumSet.of(Mapping.PUSHED, Mapping.INACTIVE);
    private static final int FEATURE = 5;
    private static final int MAPPING = 6;

    List<Route> routes() {
        String app = "/api/v1/apps/*";
        String mappings = app + "/group-push/mappings";
        return List.of(
                Route.of(
                        "GET",
                        "/api/v1/apps",
                        SCOPE,
                        Bucket.APPS,
                        request ->
                                ApiAnswer.ok(Json.array().add(App.json(request)).build())),
                Route.of("GET", app, SCOPE, Bucket.APPS, AppsEndpoint::read),
                Route.of("GET", app + "/groups", SCOPE, Bucket.APPS, this::groups),
                Route.of("GET", app + "/features", SCOPE, Bucket.APPS, AppsEndpoint::allFeatures),
                Route.of("GET", app + "/features/*", SCOPE, Bucket.APPS, AppsEndpoint::feature),
                Route.of("GET", mappings, SCOPE, Bucket.APPS, this::mappings),
                Route.of("GET", mappings + "/*", SCOPE, Bucket.APPS, this::mapping));
    }

    private static ApiAnswer read(ApiRequest request) {
        App.require(request);
        return ApiAnswer.ok(App.json(request));
    }

    /** Everybody who is assigned, is so through the first one, which nobody can read. */
    private ApiAnswer groups(ApiRequest request) {
        App.require(request);
        boolean expand = request.query().get("expand").filter("group"::equals).isPresent();
        List<String> ids = Stream.concat(Stream.of(AppUsersEndpoint.ASSIGNING_GROUP), assigned.ids().stream())
                .toList();
        return Paging.of(request, ids, request.query().limit(20, 200), id -> assignment(id, expand));
    }

    private JsonObject assignment(String id, boolean expand) {
        JsonObjectBuilder json = Json.object().add("id", id).add("priority", 0);
        state.groupDirectory().byId(id).ifPresent(group -> {
            json.add("lastUpdated", Times.text(state.groupDirectory().times(id).created()));
            if (expand) {
                json.add("_embedded", Json.object().add("group", GroupsEndpoint.json(state, group)));
            }
        });
        return json.build();
    }

    private static JsonObject features() {
        try (InputStream file = AppsEndpoint.class.getResourceAsStream("app-features.json")) {
            return Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiAnswer allFeatures(ApiRequest request) {
        App.require(request);
        return ApiAnswer.ok(FEATURES.getJsonArray("features"));
    }

    private static ApiAnswer feature(ApiRequest request) {
        App.require(request);
        String name = request.segment(FEATURE);
        return FEATURES.getJsonArray("features").getValuesAs(JsonObject.class).stream()
                .filter(feature -> feature.getString("name").equals(name))
                .findFirst()
                .map(ApiAnswer::ok)
                .orElseThrow(() -> OktaError.notFound(name, "AppFeature"));
    }

    private ApiAnswer mappings(ApiRequest request) {
        App.require(request);
        List<Tracked<PushedGroup>> pushed = state.groups().all().stream()
                .filter(group -> MAPPED.contains(group.wanted().mapping()))
                .toList();
        return Paging.of(request, pushed, request.query().limit(100, 1000), this::json);
    }

    private ApiAnswer mapping(ApiRequest request) {
        App.require(request);
        String id = request.segment(MAPPING);
        return state.groups().all().stream()
                .filter(group -> mappingId(group.wanted()).equals(id))
                .findFirst()
                .map(group -> ApiAnswer.ok(json(group)))
                .orElseThrow(() -> OktaError.notFound(id, "GroupPushMapping"));
    }

    private static String mappingId(PushedGroup group) {
        return "gPm" + group.oktaId().substring(3);
    }

    private static boolean active(Tracked<PushedGroup> group) {
        return group.wanted().mapping() == Mapping.PUSHED;
    }

    private JsonObject json(Tracked<PushedGroup> group) {
        GroupDirectory.Times times = state.groupDirectory().times(group.wanted().oktaId());
        String failed = assigned.error(group.wanted().oktaId());
        String error = failed.isEmpty() && group.uncertain() ? "The last push was not answered." : failed;
        return Json.object()
                .add("id", mappingId(group.wanted()))
                .add("sourceGroupId", group.wanted().oktaId())
                .add("targetGroupId", group.scimId().orElse(""))
                .add("status", !error.isEmpty() ? "ERROR" : active(group) ? "ACTIVE" : "INACTIVE")
                .add("created", Times.text(times.created()))
                .add("lastUpdated", Times.text(times.lastUpdated()))
                .add("lastPush", Times.text(times.lastMembershipUpdated()))
                .add("errorSummary", error)
                .build();
    }
}

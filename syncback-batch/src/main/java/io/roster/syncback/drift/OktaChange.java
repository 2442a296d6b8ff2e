package io.roster.syncback.drift;

import io.roster.drift.OktaSide.Written;
import io.roster.drift.RepairStep;
import io.roster.drift.RepairStep.Place;
import io.roster.syncback.okta.OktaClient;
import io.roster.syncback.okta.OktaException;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the changes of a repair: attributes of one profile in one call, all others one by one.
 *
 * @param client how
 * @param app Okta's id of the app
 * @param id Okta's id of the user or group
 */
record OktaChange(OktaClient client, String app, String id) {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final String USER_NAME = "userName";

    /** What a service app needs for them. */
    static Set<String> scopes(List<RepairStep> steps) {
        Set<String> scopes = new HashSet<>();
        for (RepairStep step : steps) {
            switch (step.place()) {
                case USER -> scopes.add("okta.users.manage");
                case APP_USER, ASSIGN, UNASSIGN -> scopes.add("okta.apps.manage");
                case ADD_MEMBER, REMOVE_MEMBER -> scopes.add("okta.groups.manage");
                case ROSTER, SYNC_BACK -> throw new IllegalArgumentException("not for Okta: " + step);
            }
        }
        return scopes;
    }

    Written make(String etag, List<RepairStep> steps) {
        int done = 0;
        try {
            while (done < steps.size()) {
                List<RepairStep> together = together(steps.subList(done, steps.size()));
                make(etag, together.get(0).place(), together);
                done += together.size();
            }
            return new Written(done, null);
        } catch (OktaException e) {
            String said =
                    e.requestId().isEmpty() ? e.getMessage() : e.getMessage() + " (request " + e.requestId() + ")";
            return new Written(done, said);
        }
    }

    private static List<RepairStep> together(List<RepairStep> steps) {
        Place place = steps.get(0).place();
        if (place != Place.USER && place != Place.APP_USER) {
            return steps.subList(0, 1);
        }
        List<RepairStep> together = new ArrayList<>();
        for (RepairStep step : steps) {
            if (step.place() != place) {
                break;
            }
            together.add(step);
        }
        return together;
    }

    private void make(String etag, Place place, List<RepairStep> steps) {
        RepairStep first = steps.get(0);
        switch (place) {
            case USER -> client.update(id, etag, profile(steps));
            case APP_USER -> client.updateAppUser(app, id, body(steps));
            case ASSIGN -> client.assign(app, id);
            case UNASSIGN -> client.unassign(app, id);
            case ADD_MEMBER -> client.addMember(id, first.target());
            case REMOVE_MEMBER -> client.removeMember(id, first.target());
            case ROSTER, SYNC_BACK -> throw new IllegalArgumentException("not for Okta: " + first);
        }
    }

    private static JsonObject body(List<RepairStep> steps) {
        JsonObjectBuilder body = JSON.createObjectBuilder();
        List<RepairStep> attributes =
                steps.stream().filter(step -> !step.name().equals(USER_NAME)).toList();
        if (!attributes.isEmpty()) {
            body.add("profile", profile(attributes));
        }
        steps.stream()
                .filter(step -> step.name().equals(USER_NAME))
                .forEach(step -> body.add("credentials", profile(List.of(step))));
        return body.build();
    }

    private static JsonObject profile(List<RepairStep> steps) {
        JsonObjectBuilder profile = JSON.createObjectBuilder();
        for (RepairStep step : steps) {
            if (step.after() == null) {
                profile.addNull(step.name());
            } else {
                profile.add(step.name(), step.after());
            }
        }
        return profile.build();
    }
}

package io.roster.syncback.okta;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** Reads events of the System Log about assignments. */
final class AppEvents {

    private AppEvents() {}

    /**
     * The users that an event is about.
     *
     * @param event with targets of the types {@code User}, {@code AppUser} and {@code AppInstance}
     * @param app Okta's id of the app
     * @return nobody, where it is about another app
     */
    static List<String> users(JsonObject event, String app) {
        List<JsonObject> targets = event.get("target") instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .toList()
                : List.of();
        List<String> apps = ids(targets, "AppInstance");
        return apps.isEmpty() || apps.contains(app) ? ids(targets, "User") : List.of();
    }

    private static List<String> ids(List<JsonObject> targets, String type) {
        return targets.stream()
                .filter(target -> target.getString("type", "").equals(type))
                .map(target -> target.getString("id", ""))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}

package io.roster.okta.simulator.api;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was written to app users beside what Okta's mappings give them. Thread-safe. */
public final class AppProfiles {
    /** The username for the app, which is no part of the profile. */
    public static final String USER_NAME = "userName";

    private final Map<String, Map<String, JsonValue>> written = new ConcurrentHashMap<>();

    AppProfiles() {}

    /** Writes one attribute of an app user. */
    public void write(String oktaId, String attribute, JsonValue value) {
        written.computeIfAbsent(oktaId, id -> new ConcurrentHashMap<>()).put(attribute, value);
    }

    /** What was written, over what is mapped. */
    JsonObject over(String oktaId, JsonObject mapped) {
        JsonObjectBuilder profile = Json.object();
        mapped.forEach(profile::add);
        written.getOrDefault(oktaId, Map.of()).forEach((name, value) -> {
            if (!name.equals(USER_NAME)) {
                profile.add(name, value);
            }
        });
        return profile.build();
    }

    /** The username for the app. */
    JsonValue userName(String oktaId, String mapped) {
        return written.getOrDefault(oktaId, Map.of()).getOrDefault(USER_NAME, Json.string(mapped));
    }
}

package io.roster.okta.simulator.org;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.function.Function;

/**
 * One item with what Okta knows of it.
 *
 * @param wanted how the org has it now
 * @param acknowledged how the app has it, by its last answer; empty before the first
 * @param scimId the app's id of it; empty before the first answer
 * @param uncertain whether a change was sent that has not been answered: the app may have done it or not
 * @param <T> person or group
 */
public record Tracked<T extends OrgItem>(
        T wanted, Optional<T> acknowledged, Optional<String> scimId, boolean uncertain) {

    static <T extends OrgItem> Tracked<T> planned(T wanted) {
        return new Tracked<>(wanted, Optional.empty(), Optional.empty(), false);
    }

    Tracked<T> wanting(T other) {
        return new Tracked<>(other, acknowledged, scimId, uncertain);
    }

    Tracked<T> sending() {
        return new Tracked<>(wanted, acknowledged, scimId, true);
    }

    Tracked<T> acknowledgedAs(T state, String id) {
        return new Tracked<>(wanted, Optional.of(state), Optional.of(id), false);
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.object().add("wanted", wanted.toJson()).add("uncertain", uncertain);
        acknowledged.ifPresent(state -> json.add("acknowledged", state.toJson()));
        scimId.ifPresent(id -> json.add("scimId", id));
        return json.build();
    }

    static <T extends OrgItem> Tracked<T> of(JsonObject json, Function<JsonObject, T> reader) {
        return new Tracked<>(
                reader.apply(json.getJsonObject("wanted")),
                Optional.ofNullable(json.getJsonObject("acknowledged")).map(reader),
                Optional.ofNullable(json.getString("scimId", null)),
                json.getBoolean("uncertain"));
    }
}

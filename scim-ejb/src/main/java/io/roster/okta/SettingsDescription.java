package io.roster.okta;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What events tell of the settings: of a secret its id, which says that it is another one, and nothing else. */
final class SettingsDescription {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    private SettingsDescription() {}

    static JsonObject of(ConnectionSettings settings, List<StoredSecret> tokens, List<StoredSecret> keys) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        add(json, "url", settings.getUrl());
        add(json, "authentication", settings.getAuthentication().name());
        add(json, "clientId", settings.getClientId());
        add(json, "extensionAttribute", settings.getAttributes().extension());
        add(json, "numberAttribute", settings.getAttributes().number());
        tokens.forEach(token -> add(json, "apiToken", token.getId()));
        for (StoredSecret key : keys) {
            add(json, "key " + key.getId(), key.getState().name());
        }
        return json.build();
    }

    static JsonObject ofAttribute(URI org, String name) {
        return JSON.createObjectBuilder()
                .add("url", org.toString())
                .add("attribute", name)
                .build();
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}

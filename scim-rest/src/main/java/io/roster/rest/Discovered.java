package io.roster.rest;

import io.roster.persistence.Documents;
import io.roster.scim.protocol.ETag;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/**
 * A resource of discovery, which is stored nowhere. Its version is made of its content alone, so that it is the same after
 * a restart, on another server, and under another address.
 *
 * @param resource as it is made, without {@code meta.version}
 * @param version the entity tag
 */
record Discovered(JsonObject resource, ETag version) {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final String META = "meta";

    static Discovered of(JsonObject resource) {
        String content = Documents.without(resource, META).toString();
        return new Discovered(resource, ETag.ofContent(content));
    }

    String location() {
        return resource.getJsonObject(META).getString("location");
    }

    JsonObject toJson() {
        return JSON.createObjectBuilder(resource)
                .add(
                        META,
                        JSON.createObjectBuilder(resource.getJsonObject(META)).add("version", version.toString()))
                .build();
    }
}

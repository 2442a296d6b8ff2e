package io.roster.scim.schema;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/** Leaves out of a stored document what no extension declares. Only extensions change while there are documents. */
final class Declared {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    private Declared() {}

    static JsonObject of(ResourceType type, JsonObject document) {
        JsonObjectBuilder changed = null;
        for (var member : document.entrySet()) {
            if (member.getKey().indexOf(':') < 0 || !(member.getValue() instanceof JsonObject attributes)) {
                continue;
            }
            var kept = attributes(type, member.getKey(), attributes);
            if (kept.size() < attributes.size()) {
                changed = changed == null ? JSON.createObjectBuilder(document) : changed;
                if (kept.isEmpty()) {
                    changed.remove(member.getKey());
                } else {
                    changed.add(member.getKey(), kept);
                }
            }
        }
        return changed == null ? document : changed.build();
    }

    private static JsonObject attributes(ResourceType type, String urn, JsonObject attributes) {
        var kept = JSON.createObjectBuilder();
        type.extension(urn)
                .ifPresent(extension -> attributes.forEach((name, value) -> {
                    if (extension.schema().attribute(name).isPresent()) {
                        kept.add(name, value);
                    }
                }));
        return kept.build();
    }
}

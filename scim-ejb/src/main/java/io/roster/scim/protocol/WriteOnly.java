package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/**
 * A document parted from its writeOnly attributes, so that a password never reaches the stored document, a log or an
 * answer.
 *
 * @param document what may be stored and shown
 * @param secrets the writeOnly attributes, such as {@code password}
 */
public record WriteOnly(JsonObject document, JsonObject secrets) {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    /** Parts a document; the same document when it has no writeOnly attributes. */
    public static WriteOnly split(ResourceType type, JsonObject document) {
        var shown = JSON.createObjectBuilder();
        var secret = JSON.createObjectBuilder();
        document.forEach((name, value) -> {
            var isSecret = type.attribute(name)
                    .filter(a -> a.mutability() == Mutability.WRITEONLY)
                    .isPresent();
            (isSecret ? secret : shown).add(name, value);
        });
        var secrets = secret.build();
        return new WriteOnly(secrets.isEmpty() ? document : shown.build(), secrets);
    }

    /** Shows the names of the secrets only. */
    @Override
    public String toString() {
        return "WriteOnly[document=" + document + ", secrets=" + secrets.keySet() + "]";
    }
}

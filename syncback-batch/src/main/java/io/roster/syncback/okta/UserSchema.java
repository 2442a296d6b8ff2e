package io.roster.syncback.okta;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * The schema of Okta's default user type: Okta's own attributes and those that the org has added.
 *
 * @param base {@code definitions.base.properties}
 * @param custom {@code definitions.custom.properties}
 * @see <a href="https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Schema/">Schemas</a>
 */
public record UserSchema(JsonObject base, JsonObject custom) {

    static UserSchema of(JsonObject json) {
        JsonObject definitions = OktaJson.object(json, "definitions");
        return new UserSchema(
                OktaJson.object(OktaJson.object(definitions, "base"), "properties"),
                OktaJson.object(OktaJson.object(definitions, "custom"), "properties"));
    }

    /**
     * What the schema says of an attribute.
     *
     * @param name the attribute's name in Okta, in its case
     * @return empty where there is none
     */
    public Optional<SchemaAttribute> attribute(String name) {
        JsonObject found = custom.get(name) instanceof JsonObject own ? own : OktaJson.object(base, name);
        return found.isEmpty() ? Optional.empty() : Optional.of(SchemaAttribute.of(name, found));
    }
}

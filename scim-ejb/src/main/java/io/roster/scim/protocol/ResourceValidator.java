package io.roster.scim.protocol;

import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;

/** Checks a resource that a client sent with POST or PUT and brings it into the form in which it is stored. */
public final class ResourceValidator {

    private ResourceValidator() {}

    /**
     * The document in canonical form: readOnly attributes, null and empty values dropped, names in the case of the
     * schema, {@code schemas} derived from what is there.
     *
     * @throws ScimException 400 invalidSyntax or invalidValue
     */
    public static JsonObject validate(ResourceType type, JsonObject body) {
        throw new UnsupportedOperationException();
    }
}

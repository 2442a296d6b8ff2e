package io.roster.user;

import io.roster.persistence.Documents;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ResourceValidator;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.WriteOnly;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Makes of what a client sent what is stored of it. */
final class UserDocument {

    private static final int INDEXED_LENGTH = 255;

    private UserDocument() {}

    /**
     * The document of a person.
     *
     * @param type the resource type User
     * @param body a User as a client sent it, or as PATCH left it
     * @param activeOtherwise what {@code active} is where the body does not say
     * @return checked, without what is readOnly, and without the password: it is taken and dropped, because nobody signs
     *     in to Roster with one (RFC 7643 section 4.1.1 leaves that to the service provider)
     */
    static JsonObject of(ResourceType type, JsonObject body, boolean activeOtherwise) {
        JsonObject checked = ResourceValidator.validate(type, body);
        for (String attribute : PersonIndex.MULTI_VALUED) {
            if (checked.get(attribute) instanceof JsonArray values) {
                values.forEach(value -> fitsIndex(attribute, value));
            }
        }
        JsonObject document = WriteOnly.split(type, checked).document();
        return document.containsKey("active") ? document : Documents.with(document, "active", activeOtherwise);
    }

    private static void fitsIndex(String attribute, JsonValue value) {
        for (String sub : new String[] {"value", "type"}) {
            String text = value.asJsonObject().getString(sub, "");
            if (text.length() > INDEXED_LENGTH) {
                throw ScimException.invalidValue(
                        "The attribute " + attribute + "." + sub + " has " + text.length() + " characters ("
                                + Excerpt.of(text) + "); at most " + INDEXED_LENGTH + " are kept. Shorten it.");
            }
        }
    }
}

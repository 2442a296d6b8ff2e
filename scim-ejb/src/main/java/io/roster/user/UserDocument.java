package io.roster.user;

import io.roster.persistence.Documents;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.Place;
import io.roster.scim.protocol.ResourceValidator;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.WriteOnly;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/** Makes of what a client sent what is stored of it. */
final class UserDocument {

    private static final int INDEXED_LENGTH = 255;
    private static final List<String> LOOKED_UP = List.of("emails", "phoneNumbers");

    private UserDocument() {}

    /**
     * The document of a person that a client sent whole.
     *
     * @param type the resource type User
     * @param body a User
     * @param before the document that it replaces, empty for a new person
     * @param activeOtherwise what {@code active} is where the body does not say
     * @return checked, without what is readOnly, and without the password: it is taken and dropped, because nobody signs
     *     in to Roster with one (RFC 7643 section 4.1.1 leaves that to the service provider)
     */
    static JsonObject of(ResourceType type, JsonObject body, JsonObject before, boolean activeOtherwise) {
        return stored(type, ResourceValidator.validate(type, body, before), before, activeOtherwise);
    }

    /**
     * The document of a person as PATCH left it. What the request did not touch is not checked again: it may be older
     * than a rule that it breaks, and must not stand in the way of a deactivation.
     *
     * @param type the resource type User
     * @param after what {@code PatchEngine} made of the stored document
     * @param before the stored document
     * @param activeOtherwise what {@code active} is where it was removed
     * @return without the password, as above
     */
    static JsonObject patched(ResourceType type, JsonObject after, JsonObject before, boolean activeOtherwise) {
        return stored(type, after, before, activeOtherwise);
    }

    private static JsonObject stored(
            ResourceType type, JsonObject checked, JsonObject before, boolean activeOtherwise) {
        for (String attribute : LOOKED_UP) {
            if (checked.get(attribute) instanceof JsonArray values) {
                for (int i = 0; i < values.size(); i++) {
                    fitsIndex(
                            Place.RESOURCE.member(attribute).element(i),
                            values.get(i).asJsonObject());
                }
            }
        }
        JsonObject document = WriteOnly.split(type, checked).document();
        PersonServices services = ServiceAttributes.of(before);
        return ServiceAttributes.with(
                type,
                document.containsKey("active") ? document : Documents.with(document, "active", activeOtherwise),
                services,
                services);
    }

    private static void fitsIndex(Place place, JsonObject value) {
        for (String sub : new String[] {"value", "type"}) {
            String text = value.getString(sub, "");
            if (text.length() > INDEXED_LENGTH) {
                throw ScimException.invalidValue(
                        "The attribute \"" + place.member(sub) + "\" has " + text.length() + " characters ("
                                + Excerpt.of(text) + "); at most " + INDEXED_LENGTH + " are kept. Shorten it.");
            }
        }
    }
}

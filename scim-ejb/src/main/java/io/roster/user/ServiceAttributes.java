package io.roster.user;

import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.user.PersonServices.AssignedLicense;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;

/**
 * What a person's document says of telephony: the extension, which no client writes, and the assigned number among
 * {@code phoneNumbers}, where clients that know no extension look for it. Whatever a client makes of that number's entry
 * is undone: the number belongs to Roster.
 */
final class ServiceAttributes {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final String PHONE_NUMBERS = "phoneNumbers";
    private static final String PHONE_NUMBER = "phoneNumber";
    private static final String EXTENSION = "extension";
    private static final String LICENSES = "licenses";
    private static final String VALUE = "value";
    private static final String PRIMARY = "primary";

    private ServiceAttributes() {}

    /** What a stored document says. */
    static PersonServices of(JsonObject document) {
        if (!(document.get(SchemaRegistry.TELEPHONY_USER) instanceof JsonObject telephony)) {
            return PersonServices.NONE;
        }
        List<AssignedLicense> licenses = telephony.get(LICENSES) instanceof JsonArray array
                ? array.getValuesAs(JsonObject.class).stream()
                        .map(license -> new AssignedLicense(license.getString(VALUE), license.getString("display")))
                        .toList()
                : List.of();
        return new PersonServices(
                telephony.getString(PHONE_NUMBER, null), telephony.getString(EXTENSION, null), licenses);
    }

    /**
     * The document with these services.
     *
     * @param type the resource type User
     * @param document whose {@code active} says whether the services work
     * @param before the services of which the document may still tell
     * @param services those that it is to tell of
     */
    static JsonObject with(ResourceType type, JsonObject document, PersonServices before, PersonServices services) {
        if (before.isEmpty() && services.isEmpty()) {
            return document;
        }
        JsonObjectBuilder result =
                JSON.createObjectBuilder(document).remove(PHONE_NUMBERS).remove(SchemaRegistry.TELEPHONY_USER);
        JsonArray numbers = numbers(document, before.phoneNumber(), services.phoneNumber());
        if (!numbers.isEmpty()) {
            result.add(PHONE_NUMBERS, numbers);
        }
        if (!services.isEmpty()) {
            result.add(SchemaRegistry.TELEPHONY_USER, telephony(services, document.getBoolean("active", true)));
        }
        JsonObject complete = result.build();
        return JSON.createObjectBuilder(complete)
                .add("schemas", JSON.createArrayBuilder(type.schemasOf(complete)))
                .build();
    }

    private static JsonObject telephony(PersonServices services, boolean active) {
        JsonObjectBuilder telephony = JSON.createObjectBuilder();
        if (services.extension() != null) {
            telephony.add(EXTENSION, services.extension());
        }
        if (services.phoneNumber() != null) {
            telephony.add(PHONE_NUMBER, services.phoneNumber());
        }
        if (!services.licenses().isEmpty()) {
            JsonArrayBuilder licenses = JSON.createArrayBuilder();
            services.licenses()
                    .forEach(license -> licenses.add(JSON.createObjectBuilder()
                            .add(VALUE, license.value())
                            .add("display", license.display())));
            telephony.add(LICENSES, licenses);
        }
        return telephony.add("serviceStatus", active ? "active" : "suspended").build();
    }

    private static JsonArray numbers(JsonObject document, String before, String assigned) {
        JsonArray sent = document.get(PHONE_NUMBERS) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        List<JsonObject> others = sent.getValuesAs(JsonObject.class).stream()
                .filter(entry -> !isNumber(entry, before) && !isNumber(entry, assigned))
                .toList();
        JsonArrayBuilder numbers = JSON.createArrayBuilder();
        if (assigned != null) {
            JsonObjectBuilder own =
                    JSON.createObjectBuilder().add(VALUE, assigned).add("type", "work");
            // A primary number that a client chose stays the primary one: there is one at most (RFC 7643 section 2.4).
            if (others.stream().noneMatch(entry -> entry.getBoolean(PRIMARY, false))) {
                own.add(PRIMARY, true);
            }
            numbers.add(own);
        }
        others.forEach(numbers::add);
        return numbers.build();
    }

    // However it is written: Okta's profile may hold the same number with blanks or hyphens.
    private static boolean isNumber(JsonObject entry, String number) {
        return number != null
                && number.equals(
                        entry.getString(VALUE, "").replaceFirst("^tel:", "").replaceAll("[ ().-]", ""));
    }
}

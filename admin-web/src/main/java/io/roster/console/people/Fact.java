package io.roster.console.people;

import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * An attribute of a person as the page shows it.
 *
 * @param key the end of the bundle's key for what it is called; of an attribute that administrators defined, its name
 * @param value what it says; empty where the person has no such attribute
 * @param ours whether Roster gave it, and not whoever owns the person's other attributes
 */
public record Fact(String key, String value, boolean ours) {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    static List<Fact> of(JsonObject document) {
        List<Fact> facts = new ArrayList<>();
        add(facts, document, "userName");
        add(facts, document, "name", "givenName");
        add(facts, document, "name", "familyName");
        add(facts, document, "displayName");
        add(facts, document, "emails");
        addNumbers(facts, document);
        add(facts, document, "title");
        addNamed(facts, document, "roles");
        addNamed(facts, document, "entitlements");
        for (String attribute : List.of("employeeNumber", "organization", "division", "department", "costCenter")) {
            add(facts, document, ENTERPRISE, attribute);
        }
        add(facts, document, ENTERPRISE, "manager", "displayName");
        for (String attribute : List.of("userType", "preferredLanguage", "locale", "timezone", "externalId")) {
            add(facts, document, attribute);
        }
        return facts;
    }

    // By what Okta calls them, where it said so: their values are ids.
    private static void addNamed(List<Fact> facts, JsonObject document, String attribute) {
        if (document.get(attribute) instanceof JsonArray values) {
            for (JsonObject value : values.getValuesAs(JsonObject.class)) {
                String display = ScimText.text(value, "display");
                facts.add(new Fact(attribute, display.isEmpty() ? ScimText.words(value) : display, false));
            }
        }
    }

    // The assigned number stands among those that Okta sent.
    private static void addNumbers(List<Fact> facts, JsonObject document) {
        String assigned = ScimText.text(document, SchemaRegistry.TELEPHONY_USER, "phoneNumber");
        if (document.get("phoneNumbers") instanceof JsonArray numbers) {
            for (JsonObject number : numbers.getValuesAs(JsonObject.class)) {
                boolean ours = !assigned.isEmpty() && assigned.equals(ScimText.text(number, "value"));
                facts.add(new Fact("phoneNumbers", ScimText.words(number), ours));
            }
        }
    }

    /** What is known of the attributes that administrators defined, in the order in which they were written. */
    static List<Fact> own(JsonObject document) {
        List<Fact> facts = new ArrayList<>();
        if (document.get(SchemaRegistry.CUSTOM_USER) instanceof JsonObject own) {
            own.keySet().forEach(name -> add(facts, own, name));
        }
        return facts;
    }

    private static void add(List<Fact> facts, JsonObject document, String... names) {
        JsonValue value = document;
        for (String name : names) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        String key = names[names.length == 3 ? 1 : names.length - 1];
        if (value instanceof JsonArray values) {
            values.forEach(each -> facts.add(new Fact(key, ScimText.words(each), false)));
        } else {
            facts.add(new Fact(key, ScimText.words(value), false));
        }
    }
}

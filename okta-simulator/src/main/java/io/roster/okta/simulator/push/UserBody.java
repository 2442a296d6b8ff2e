package io.roster.okta.simulator.push;

import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The bodies that Okta sends about a person. */
public final class UserBody {
    private static final String EXTERNAL_ID = "externalId";
    private static final String SCHEMAS = "schemas";

    private UserBody() {}

    /** The body of a create: everything mapped, no groups, a password that nobody knows. */
    static JsonObject create(Person person, String password) {
        JsonObjectBuilder body = Json.object().add(SCHEMAS, schemas(person, Set.of()));
        person.profile().forEach((name, value) -> {
            if (!name.startsWith("urn:")) {
                body.add(name, value);
            }
        });
        body.add(EXTERNAL_ID, person.oktaId());
        person.profile().forEach((name, value) -> {
            if (name.startsWith("urn:")) {
                body.add(name, value);
            }
        });
        return body.add("groups", Json.array())
                .add("password", password)
                .add("active", true)
                .build();
    }

    /** What the app should have of a person: a create without its password, and as active as the person is. */
    public static JsonObject expected(Person person) {
        return Json.object(create(person, ""))
                .remove("password")
                .remove("groups")
                .add("active", person.active())
                .build();
    }

    /**
     * The body that was read, edited in place: mapped attributes as the org has them, active as the person is, and
     * whatever else the app returned carried back.
     */
    static JsonObject edited(JsonObject got, Person person) {
        JsonObjectBuilder body = Json.object();
        got.forEach((name, value) -> body.add(name, Person.MAPPED.contains(name) ? cleared(value) : value));
        person.profile().forEach(body::add);
        return body.add(SCHEMAS, schemas(person, schemas(got)))
                .add(EXTERNAL_ID, person.oktaId())
                .add("active", person.active())
                .build();
    }

    /** The body that was read with nothing changed but one attribute. */
    static JsonObject edited(JsonObject got, String name, JsonValue value) {
        return Json.object(got).add(name, value).build();
    }

    /** An attribute without a value goes out empty; the app must read that as a request to clear it. */
    private static JsonValue cleared(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> JsonValue.EMPTY_JSON_ARRAY;
            case OBJECT -> JsonValue.NULL;
            default -> Json.string("");
        };
    }

    private static List<String> schemas(JsonObject got) {
        return got.getJsonArray(SCHEMAS).getValuesAs(JsonString::getString);
    }

    private static JsonArrayBuilder schemas(Person person, Iterable<String> others) {
        Set<String> urns = new LinkedHashSet<>(List.of(Urn.USER));
        others.forEach(urns::add);
        if (person.profile().containsKey(Urn.ENTERPRISE_USER)) {
            urns.add(Urn.ENTERPRISE_USER);
        }
        JsonArrayBuilder array = Json.array();
        urns.forEach(array::add);
        return array;
    }
}

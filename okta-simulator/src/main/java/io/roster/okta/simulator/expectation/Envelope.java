package io.roster.okta.simulator.expectation;

import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Refusal;
import io.roster.okta.simulator.scim.ScimAnswer;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;

/** What holds for every answer with a body: status, Content-Type, JSON, schemas, and no password anywhere. */
final class Envelope {
    private final ScimAnswer answer;
    private final JsonObject body;

    /** Refuses an answer whose status is not one of {@code statuses}, or that is not a SCIM message with {@code schema}. */
    Envelope(ScimAnswer answer, String schema, Integer... statuses) {
        this.answer = answer;
        status(answer, statuses);
        String type = answer.headers().firstValue("Content-Type").orElse("nothing");
        require(type.equals("application/scim+json"), "Content-Type is " + type + " instead of application/scim+json");
        body = parse();
        require(strings("schemas").contains(schema), "schemas does not name " + schema);
    }

    /** Refuses a status that is not one of {@code statuses}. */
    static void status(ScimAnswer answer, Integer... statuses) {
        List<Integer> expected = Arrays.asList(statuses);
        if (!expected.contains(answer.status())) {
            throw new Refusal("Status " + answer.status() + " instead of " + expected, answer);
        }
    }

    JsonObject body() {
        return body;
    }

    private JsonObject parse() {
        try {
            return Json.parse(answer.text());
        } catch (JsonException e) {
            throw refuse("The body is not a JSON object: " + e.getMessage());
        }
    }

    /** The value of a key whose JSON type must be number and whose value must be whole. */
    int number(String key) {
        JsonValue value = body.get(key);
        require(value instanceof JsonNumber number && number.isIntegral(), key + " is not a JSON number: " + value);
        return ((JsonNumber) value).intValue();
    }

    /** The value of a key that must be a string with something in it. */
    String text(String key) {
        JsonValue value = body.get(key);
        require(value instanceof JsonString string && !string.getString().isBlank(), key + " is not a text: " + value);
        return ((JsonString) value).getString();
    }

    private List<String> strings(String key) {
        require(body.get(key) instanceof JsonArray, key + " is not an array: " + body.get(key));
        return body.getJsonArray(key).stream()
                .map(value -> value instanceof JsonString string ? string.getString() : value.toString())
                .toList();
    }

    void require(boolean condition, String reason) {
        if (!condition) {
            throw refuse(reason);
        }
    }

    Refusal refuse(String reason) {
        return new Refusal(reason, answer);
    }
}

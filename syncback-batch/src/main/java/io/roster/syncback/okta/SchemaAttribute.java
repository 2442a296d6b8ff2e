package io.roster.syncback.okta;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.OptionalInt;

/**
 * An attribute of Okta's user schema.
 *
 * @param name its name in Okta
 * @param type such as {@code string}
 * @param maxLength the most characters a value may have; empty where the schema does not limit them
 * @param readOnly whether nobody may change it through the API
 * @param master {@code OKTA}, {@code PROFILE_MASTER} (whichever profile source the user has) or {@code OVERRIDE} (an
 *     order of its own); empty where the schema does not say
 */
public record SchemaAttribute(String name, String type, OptionalInt maxLength, boolean readOnly, String master) {

    static SchemaAttribute of(String name, JsonObject json) {
        return new SchemaAttribute(
                name,
                json.getString("type", ""),
                json.get("maxLength") instanceof JsonNumber number
                        ? OptionalInt.of(number.intValue())
                        : OptionalInt.empty(),
                json.getString("mutability", "READ_WRITE").equals("READ_ONLY"),
                OktaJson.object(json, "master").getString("type", ""));
    }
}

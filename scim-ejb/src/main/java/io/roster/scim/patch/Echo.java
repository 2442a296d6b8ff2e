package io.roster.scim.patch;

import io.roster.scim.protocol.AttributeValues;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Type;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Whether the value that a client sends for a readOnly attribute says no more than what it was answered, so that there
 * is nothing to change (RFC 7644 section 3.5.2.1): clients GET a resource and send it back.
 */
final class Echo {

    private Echo() {}

    /**
     * Compares by the schema: names without case, sub-attributes that are left out leave what is there, values in any
     * order.
     *
     * @param present the value in answers, null when there is none
     * @param isPart whether not all values have to be there, as when they are added
     */
    static boolean is(AttributeDefinition definition, JsonValue sent, JsonValue present, boolean isPart) {
        if (AttributeValues.isEmpty(sent)) {
            return isPart || AttributeValues.isEmpty(present);
        } else if (definition.multiValued()) {
            var all = present instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
            var values = sent instanceof JsonArray array ? array : List.of(sent);
            return values.stream().allMatch(value -> all.stream().anyMatch(each -> isValue(definition, value, each)))
                    && (isPart || values.stream().distinct().count() == all.size());
        }
        return isValue(definition, sent, present);
    }

    private static boolean isValue(AttributeDefinition definition, JsonValue sent, JsonValue present) {
        if (sent instanceof JsonObject object && present instanceof JsonObject answered) {
            return object.entrySet().stream().allMatch(member -> definition
                    .subAttribute(member.getKey())
                    .filter(sub -> is(sub, member.getValue(), answered.get(sub.name()), false))
                    .isPresent());
        } else if (sent instanceof JsonString text && present instanceof JsonString answered) {
            return definition.type() == Type.REFERENCE
                    ? resource(text.getString()).equals(resource(answered.getString()))
                    : definition.comparable(text.getString()).equals(definition.comparable(answered.getString()));
        }
        return sent.equals(present);
    }

    /** Endpoint and id: URIs of one resource that differ in what is before are the same (RFC 7643 section 2.4). */
    private static String resource(String uri) {
        var endpoint = uri.lastIndexOf('/', uri.lastIndexOf('/') - 1);
        return uri.substring(endpoint + 1);
    }
}

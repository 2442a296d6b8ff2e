package io.roster.scim.patch;

import io.roster.scim.filter.Filter;
import io.roster.scim.filter.Filter.CompareOp;
import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.AttributePath;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Everything in which PATCH goes beyond RFC 7644 because a client in the field needs it, each with the client and an
 * example. Nothing is tolerated anywhere else. Dotted names as keys, as in Microsoft Entra's {@code
 * {"op":"replace","value":{"name.givenName":"Ada"}}}, need no code: keys are read as paths.
 */
final class ClientTolerance {

    private static final Map<String, Op> OPS = Map.of("add", Op.ADD, "remove", Op.REMOVE, "replace", Op.REPLACE);
    private static final Set<String> SERVER_ASSIGNED = Set.of("id", "meta", "schemas");

    private ClientTolerance() {}

    /** Microsoft Entra capitalises: {@code {"op":"Replace",…}}. */
    static Op op(String name) {
        return OPS.get(name.toLowerCase(Locale.ROOT));
    }

    /** OneLogin and scripts write {@code "operations"} and {@code "Path"}; RFC 7643 section 2.1 ignores names' case. */
    static JsonValue member(JsonObject object, String name) {
        var exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        return object.entrySet().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /**
     * The value in the form that the schema wants.
     *
     * <ul>
     *   <li>Microsoft Entra: {@code {"op":"Replace","path":"active","value":"False"}}, a boolean as text.
     *   <li>Microsoft Entra: {@code {"op":"Add","path":"urn:…:enterprise:2.0:User:manager","value":"2819c2…"}}, a
     *       complex attribute's value alone.
     *   <li>Microsoft Entra and OneLogin: {@code {"op":"add","path":"members","value":{"value":"2819c2…"}}}, one value
     *       of a multi-valued attribute without its list.
     * </ul>
     */
    static JsonValue adapted(AttributeDefinition definition, JsonValue value, boolean isList) {
        if (isList && value instanceof JsonArray array) {
            return JsonObjects.of(
                    array.stream().map(v -> adapted(definition, v, false)).toList());
        } else if (isList && value instanceof JsonObject object && !object.isEmpty()) {
            return JsonObjects.of(List.of(adapted(definition, object, false)));
        } else if (definition.type() == Type.BOOLEAN && value instanceof JsonString text) {
            return bool(text);
        } else if (definition.isComplex() && value instanceof JsonObject object) {
            return adaptedMembers(definition, object);
        } else if (definition.isComplex()
                && !definition.multiValued()
                && value instanceof JsonString text
                && !text.getString().isEmpty()
                && definition.subAttribute("value").isPresent()) {
            return JsonObjects.of(Map.of("value", text));
        }
        return value;
    }

    /**
     * Whether a readOnly attribute in the value of an operation without path is passed over. Okta renames groups with
     * {@code {"op":"replace","value":{"id":"abf4","displayName":"Voice Agents EMEA"}}}; and who sends back what it got
     * changes nothing.
     */
    static boolean isIgnorable(AttributePath target, JsonValue sent, JsonValue present) {
        return target.extension() == null
                        && SERVER_ASSIGNED.contains(target.attribute().name())
                || sent.equals(present);
    }

    /**
     * The value that a filter describes, for an {@code add} whose filter selects none; the RFC names an error for
     * replace only. Microsoft Entra adds the first work address with {@code {"op":"Add","path":"emails[type eq
     * \"work\"].value","value":"ada@acme.example"}}.
     *
     * @return null when the filter is more than equalities joined by "and"
     */
    static JsonObject describedBy(Filter valFilter, AttributePath attribute) {
        var members = new LinkedHashMap<String, JsonValue>();
        var terms = valFilter instanceof Filter.And and ? and.terms() : List.of(valFilter);
        for (var term : terms) {
            if (!(term instanceof Filter.AttrExp equality) || equality.compareOp() != CompareOp.EQ) {
                return null;
            }
            var sub = attribute.attribute().subAttribute(equality.attrPath().notation());
            if (sub.isEmpty() || members.put(sub.get().name(), equality.compValue()) != null) {
                return null;
            }
        }
        return JsonObjects.of(members);
    }

    private static JsonObject adaptedMembers(AttributeDefinition definition, JsonObject object) {
        var members = new LinkedHashMap<String, JsonValue>();
        object.forEach((name, inner) -> members.put(
                name,
                definition
                        .subAttribute(name)
                        .map(sub -> adapted(sub, inner, sub.multiValued()))
                        .orElse(inner)));
        return JsonObjects.of(members);
    }

    private static JsonValue bool(JsonString text) {
        return switch (text.getString().toLowerCase(Locale.ROOT)) {
            case "true" -> JsonValue.TRUE;
            case "false" -> JsonValue.FALSE;
            default -> text;
        };
    }
}

package io.roster.scim.patch;

import io.roster.scim.filter.Filter;
import io.roster.scim.filter.Filter.CompareOp;
import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.AttributeValues;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ScimException;
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

/**
 * Everything in which PATCH goes beyond RFC 7644 because a client in the field needs it, each with the client and an
 * example. Nothing is tolerated anywhere else. Paths as keys need no code, since keys are read as paths: Microsoft Entra's
 * {@code {"op":"replace","value":{"name.givenName":"Ada"}}}, {@code {"op":"add","value":{"emails[type eq
 * \"work\"].value":"a@x.example"}}} and {@code {"op":"add","value":{"urn:…:enterprise:2.0:User:department":"Ops"}}}. What
 * is null is no value: Entra's {@code {"op":"Add","path":"members","value":[{"$ref":null,"value":"2819c2…"}]}}.
 */
final class ClientTolerance {

    private static final Map<String, Op> OPS = Map.of("add", Op.ADD, "remove", Op.REMOVE, "replace", Op.REPLACE);
    private static final String VALUE = "value";
    private static final String REF = "$ref";

    private ClientTolerance() {}

    /** Microsoft Entra capitalises: {@code {"op":"Replace",…}}. */
    static Op op(String name) {
        return OPS.get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Scripts write {@code "operations"}, as CERN's for its groups does, and {@code "Path"}; RFC 7643 section 2.1 ignores
     * the case of names.
     *
     * @throws ScimException 400 invalidSyntax when the member is there twice
     */
    static JsonValue member(JsonObject object, String name) {
        JsonValue found = null;
        for (var member : object.entrySet()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                if (found != null) {
                    throw ScimException.invalidSyntax(
                            "\"" + name + "\" is there twice, in different upper and lower case. Send it once.");
                }
                found = member.getValue();
            }
        }
        return found;
    }

    /**
     * The value in the form that the schema wants.
     *
     * <ul>
     *   <li>Microsoft Entra: {@code {"op":"Replace","path":"active","value":"False"}}, a boolean as text.
     *   <li>Microsoft Entra: {@code {"op":"Add","path":"urn:…:enterprise:2.0:User:manager","value":"2819c2…"}}, a
     *       complex attribute's value alone.
     *   <li>Microsoft Entra and OneLogin: {@code {"op":"add","path":"members","value":{"value":"2819c2…"}}}, one value
     *       of a multi-valued attribute without its list; section 3.5.2.1 can be read so.
     *   <li>Microsoft Entra's older provisioning jobs: {@code {"op":"Replace","path":"displayName","value":[{"$ref":null,
     *       "value":"Ada"}]}}, a single value as a list of one object, and {@code "path":"…:manager","value":[{"$ref":
     *       "https://x.example/Users/2819c2…","value":"2819c2…"}]}.
     * </ul>
     */
    static JsonValue adapted(AttributeDefinition definition, JsonValue value, boolean isList) {
        if (isList && value instanceof JsonArray array) {
            return JsonObjects.of(
                    array.stream().map(v -> adapted(definition, v, false)).toList());
        } else if (isList && !AttributeValues.isEmpty(value) && value instanceof JsonObject == definition.isComplex()) {
            return JsonObjects.of(List.of(adapted(definition, value, false)));
        } else if (!definition.multiValued() && value instanceof JsonArray array && isWrapped(array)) {
            var wrapped = array.getJsonObject(0);
            return adapted(definition, definition.isComplex() ? wrapped : wrapped.get(VALUE), false);
        } else if (definition.type() == Type.BOOLEAN && value instanceof JsonString text) {
            return bool(text);
        } else if (definition.isComplex() && value instanceof JsonObject object) {
            return adaptedMembers(definition, object);
        } else if (definition.isComplex()
                && !definition.multiValued()
                && value instanceof JsonString text
                && !text.getString().isEmpty()
                && definition.subAttribute(VALUE).isPresent()) {
            return JsonObjects.of(Map.of(VALUE, text));
        }
        return value;
    }

    /**
     * What a {@code remove} without filter removes of a list, null for all of it; the RFC has no value here.
     *
     * <ul>
     *   <li>Microsoft Entra, JumpCloud and authentik: {@code {"op":"Remove","path":"members","value":[{"value":
     *       "2819c2…"}]}}.
     *   <li>Salesforce: {@code {"op":"remove","path":"members","value":{"members":[{"value":"2819c2…"}]}}}.
     * </ul>
     */
    static JsonValue removed(AttributeDefinition list, JsonValue value) {
        var named = value instanceof JsonObject object && object.size() == 1 ? member(object, list.name()) : null;
        var adapted = adapted(list, named == null ? value : named, true);
        return AttributeValues.isEmpty(adapted) ? null : adapted;
    }

    /**
     * A filter in a path whose booleans are booleans. Microsoft Entra quotes them: {@code {"op":"Add","path":"roles[primary
     * eq \"True\"].value","value":"Agent"}}.
     */
    static Filter adapted(AttributeDefinition list, Filter valFilter) {
        if (valFilter instanceof Filter.And and) {
            return new Filter.And(
                    and.terms().stream().map(term -> adapted(list, term)).toList());
        } else if (valFilter instanceof Filter.Or or) {
            return new Filter.Or(
                    or.terms().stream().map(term -> adapted(list, term)).toList());
        } else if (valFilter instanceof Filter.Not not) {
            return new Filter.Not(adapted(list, not.filter()));
        } else if (valFilter instanceof Filter.AttrExp term && term.compValue() instanceof JsonString text) {
            var isBoolean = list.subAttribute(term.attrPath().notation())
                    .filter(sub -> sub.type() == Type.BOOLEAN)
                    .isPresent();
            return isBoolean ? new Filter.AttrExp(term.attrPath(), term.compareOp(), bool(text)) : term;
        }
        return valFilter;
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

    private static boolean isWrapped(JsonArray array) {
        return array.size() == 1
                && array.get(0) instanceof JsonObject object
                && object.containsKey(VALUE)
                && object.keySet().stream().allMatch(key -> key.equals(VALUE) || key.equals(REF));
    }

    private static JsonValue bool(JsonString text) {
        return switch (text.getString().toLowerCase(Locale.ROOT)) {
            case "true" -> JsonValue.TRUE;
            case "false" -> JsonValue.FALSE;
            default -> text;
        };
    }
}

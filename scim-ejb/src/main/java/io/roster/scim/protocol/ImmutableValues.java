package io.roster.scim.protocol;

import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributePath;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** What {@code immutable} means: an attribute can be set while it has no value, and stays then (RFC 7643 section 7). */
public final class ImmutableValues {

    private ImmutableValues() {}

    /**
     * The value of an attribute after a PUT (RFC 7644 section 3.5.1): what is immutable and left out stays as it is.
     *
     * @param before the present value, null when there is none
     * @param asked the canonical value in the request, null when there is none
     * @throws ScimException 400 mutability, when what is immutable and has a value is asked to have another one
     */
    public static JsonValue kept(AttributePath path, JsonValue before, JsonValue asked, Place place) {
        var definition = path.leaf();
        if (before == null) {
            return asked;
        } else if (isImmutable(definition)) {
            if (asked != null && !isSame(definition, before, asked)) {
                throw changed(path, place);
            }
            return before;
        } else if (definition.subAttributes().stream().noneMatch(ImmutableValues::isImmutable)) {
            return asked;
        } else if (before instanceof JsonArray values) {
            return asked instanceof JsonArray list ? keptInValues(path, values, list, place) : asked;
        }
        return keptInValue(path, before.asJsonObject(), asked, place);
    }

    /**
     * Refuses a PATCH of a single value, or of a whole list, that changes or removes what is immutable and has a value.
     *
     * @throws ScimException 400 mutability
     */
    public static void requireUnchanged(AttributePath path, JsonValue before, JsonValue after, Place place) {
        if (before == null || before.equals(after)) {
            return;
        } else if (isImmutable(path.leaf())) {
            throw changed(path, place);
        } else if (before instanceof JsonObject object) {
            for (var sub : path.leaf().subAttributes()) {
                var inner = after instanceof JsonObject changed ? changed.get(sub.name()) : null;
                requireUnchanged(path.with(sub), object.get(sub.name()), inner, place);
            }
        }
    }

    private static JsonArray keptInValues(AttributePath path, JsonArray before, JsonArray asked, Place place) {
        var present = new ValueList(path.attribute(), before);
        var kept = new ArrayList<JsonValue>(asked.size());
        for (var i = 0; i < asked.size(); i++) {
            var position = present.position(asked.get(i));
            kept.add(
                    position < 0
                            ? asked.get(i)
                            : keptInValue(path, before.getJsonObject(position), asked.get(i), place.element(i)));
        }
        return JsonObjects.of(kept);
    }

    private static JsonObject keptInValue(AttributePath path, JsonObject before, JsonValue asked, Place place) {
        var kept = new LinkedHashMap<String, JsonValue>();
        if (asked instanceof JsonObject object) {
            kept.putAll(object);
        }
        for (var sub : path.attribute().subAttributes()) {
            var inner = kept(path.with(sub), before.get(sub.name()), kept.get(sub.name()), place.member(sub.name()));
            if (inner != null) {
                kept.put(sub.name(), inner);
            }
        }
        return kept.isEmpty() ? null : JsonObjects.of(kept);
    }

    private static boolean isImmutable(AttributeDefinition definition) {
        return definition.mutability() == Mutability.IMMUTABLE;
    }

    private static boolean isSame(AttributeDefinition definition, JsonValue before, JsonValue asked) {
        return before.equals(asked)
                || before instanceof JsonString present
                        && asked instanceof JsonString sent
                        && definition.comparable(present.getString()).equals(definition.comparable(sent.getString()));
    }

    private static ScimException changed(AttributePath path, Place place) {
        return ScimException.mutability(
                place.of(path)
                        + " cannot be changed once it has a value. Leave it as it is, or remove it from the attribute mapping.");
    }
}

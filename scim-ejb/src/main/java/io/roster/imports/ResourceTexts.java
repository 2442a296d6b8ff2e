package io.roster.imports;

import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.patch.PatchPath;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The texts that resources have at one attrPath, in the case in which they are.
 *
 * @param attrPath as an administrator wrote it
 * @param path resolved
 */
record ResourceTexts(String attrPath, PatchPath path) {

    static ResourceTexts at(String attrPath, ResourceType type) {
        return new ResourceTexts(attrPath, PatchPath.of(attrPath, type));
    }

    /** The attribute itself, with {@code value} where it is complex. */
    AttributePath attribute() {
        AttributePath target = path.target();
        return target.leaf().isComplex()
                ? target.with(target.leaf().subAttribute("value").orElse(target.leaf()))
                : target;
    }

    /** All its texts; numbers and booleans as JSON writes them. */
    Set<String> of(JsonObject resource) {
        AttributePath attribute = attribute();
        JsonValue container = attribute.extension() == null ? resource : resource.get(attribute.extension());
        Set<String> texts = new LinkedHashSet<>();
        values(member(container, attribute.attribute().name()))
                .filter(this::isSelected)
                .map(value -> attribute.subAttribute() == null
                        ? value
                        : member(value, attribute.subAttribute().name()))
                .flatMap(ResourceTexts::values)
                .filter(value -> value != JsonValue.NULL && !(value instanceof JsonObject))
                .forEach(value -> texts.add(value instanceof JsonString text ? text.getString() : value.toString()));
        return texts;
    }

    private boolean isSelected(JsonValue value) {
        return path.valueFilter() == null
                || value instanceof JsonObject object && JsonMatcher.matchesValue(path.valueFilter(), object);
    }

    private static JsonValue member(JsonValue object, String name) {
        return object instanceof JsonObject json ? json.get(name) : null;
    }

    private static Stream<JsonValue> values(JsonValue value) {
        if (value == null) {
            return Stream.empty();
        }
        return value instanceof JsonArray array ? array.stream() : Stream.of(value);
    }
}

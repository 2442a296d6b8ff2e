package io.roster.imports;

import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributePath;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the username format and the mappings make of a user, as the attributes that Okta owns. */
record OwnedAttributes(PersonMapping mapping) implements UserMapping {

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    @Override
    public JsonObject wanted(FetchedUser user, boolean linked) {
        MappedPerson person = mapping.map(user);
        if (!person.problems().isEmpty()) {
            throw ScimException.invalidValue(person.problems().get(0).sentence());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        person.userName().ifPresent(name -> body.put(PersonMapping.USER_NAME, name));
        person.values().stream()
                .filter(value -> !linked || value.applied() == MappingScope.CREATE_AND_UPDATE)
                .forEach(value -> put(body, value));
        return object(body);
    }

    @Override
    public boolean isAsWanted(FetchedUser user, JsonObject document) {
        MappedPerson person = mapping.map(user);
        return person.problems().isEmpty() && person.updated(document).equals(document);
    }

    private static void put(Map<String, Object> body, MappedValue mapped) {
        AttributePath path = mapped.target().path().target();
        JsonValue value = mapped.value() == null ? JsonValue.NULL : mapped.value();
        Map<String, Object> container = path.extension() == null ? body : inner(body, path.extension());
        String name = path.attribute().name();
        if (mapped.target().path().valueFilter() != null) {
            JsonObject selected = mapped.target().path().newValue();
            element(container, name, selected).put(path.subAttribute().name(), value);
        } else if (path.subAttribute() != null) {
            inner(container, name).put(path.subAttribute().name(), value);
        } else {
            container.put(name, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> container, String name) {
        return (Map<String, Object>) container.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> element(Map<String, Object> container, String name, JsonObject selected) {
        List<Map<String, Object>> list =
                (List<Map<String, Object>>) container.computeIfAbsent(name, key -> new ArrayList<>());
        return list.stream()
                .filter(element -> element.entrySet().containsAll(selected.entrySet()))
                .findFirst()
                .orElseGet(() -> {
                    Map<String, Object> element = new LinkedHashMap<>(selected);
                    list.add(element);
                    return element;
                });
    }

    private static JsonObject object(Map<?, ?> map) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        map.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner && !(value instanceof JsonValue)) {
                object.add(name.toString(), object(inner));
            } else if (value instanceof List<?> list && !(value instanceof JsonValue)) {
                JsonArrayBuilder array = JSON.createArrayBuilder();
                list.forEach(element -> array.add(object((Map<?, ?>) element)));
                object.add(name.toString(), array);
            } else if (value instanceof JsonValue json) {
                object.add(name.toString(), json);
            } else {
                object.add(name.toString(), value.toString());
            }
        });
        return object.build();
    }
}

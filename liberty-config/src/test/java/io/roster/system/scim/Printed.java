package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids and the host that the RFCs print, and what stands for them on a server. */
final class Printed {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String HOST = "https://example.com/v2";

    /** Their values are the server's affair. */
    private static final Set<String> FREE = Set.of(
            "created",
            "lastModified",
            "version",
            "detail",
            "totalResults",
            "itemsPerPage",
            "startIndex",
            "nextCursor",
            "previousCursor");

    private final String base;
    private final Map<String, String> ids = new LinkedHashMap<>();

    Printed(String base) {
        this.base = base;
    }

    void standsFor(String printed, String id) {
        ids.put(printed, id);
    }

    Collection<String> ids() {
        return List.copyOf(ids.values());
    }

    /** The text with the server's host and ids; ids that are not known here stay as they are printed. */
    String translated(String text) {
        return ID.matcher(text.replace(HOST, base))
                .replaceAll(id -> Matcher.quoteReplacement(ids.getOrDefault(id.group(), id.group())));
    }

    /** Checks that the answer has all that is printed. An id that is seen first here is learned. */
    void assertAnswered(JsonValue printed, JsonValue answered, String where) {
        switch (printed.getValueType()) {
            case OBJECT ->
                eachMember(printed, answered, where, (name, values) -> {
                    if (FREE.contains(name)) {
                        assertThat(values.get(1).getValueType())
                                .as("%s.%s", where, name)
                                .isEqualTo(values.get(0).getValueType());
                    } else {
                        assertAnswered(values.get(0), values.get(1), where + "." + name);
                    }
                });
            case ARRAY -> {
                if (!where.endsWith(".Resources")) {
                    assertThat(answered.asJsonArray()).as(where).hasSameSizeAs(printed.asJsonArray());
                }
                eachElement(printed, answered, where, this::assertAnswered);
            }
            case STRING -> assertText(((JsonString) printed).getString(), answered, where);
            default -> assertThat(answered).as(where).isEqualTo(printed);
        }
    }

    /** Checks that the answer has members of the same names and types, whatever their values. */
    void assertForm(JsonValue printed, JsonValue answered, String where) {
        switch (printed.getValueType()) {
            case OBJECT ->
                eachMember(
                        printed,
                        answered,
                        where,
                        (name, values) -> assertForm(values.get(0), values.get(1), where + "." + name));
            case ARRAY -> eachElement(printed, answered, where, this::assertForm);
            case TRUE, FALSE -> assertThat(answered.getValueType()).as(where).isIn(ValueType.TRUE, ValueType.FALSE);
            default -> assertThat(answered.getValueType()).as(where).isEqualTo(printed.getValueType());
        }
    }

    private void assertText(String printed, JsonValue answered, String where) {
        assertThat(answered.getValueType()).as(where).isEqualTo(ValueType.STRING);
        String text = ((JsonString) answered).getString();
        Matcher unknown = ID.matcher(printed);
        if (unknown.find() && !ids.containsKey(unknown.group())) {
            Matcher id = ID.matcher(text);
            assertThat(id.find()).as("%s has an id: %s", where, text).isTrue();
            standsFor(unknown.group(), id.group());
        }
        assertThat(text).as(where).isEqualTo(translated(printed));
    }

    private interface Member {
        void check(String name, List<JsonValue> printedAndAnswered);
    }

    private static void eachMember(JsonValue printed, JsonValue answered, String where, Member check) {
        assertThat(answered.getValueType()).as(where).isEqualTo(ValueType.OBJECT);
        JsonObject object = answered.asJsonObject();
        assertThat(object)
                .as(where)
                .containsKeys(printed.asJsonObject().keySet().toArray(String[]::new));
        printed.asJsonObject().forEach((name, value) -> check.check(name, List.of(value, object.get(name))));
    }

    private interface Element {
        void check(JsonValue printed, JsonValue answered, String where);
    }

    /** In any order: SCIM's lists have none. */
    private void eachElement(JsonValue printed, JsonValue answered, String where, Element check) {
        assertThat(answered.getValueType()).as(where).isEqualTo(ValueType.ARRAY);
        for (JsonValue element : printed.asJsonArray()) {
            Consumer<JsonValue> same = other -> {
                Map<String, String> known = Map.copyOf(ids);
                try {
                    check.check(element, other, where + "[]");
                } catch (AssertionError e) {
                    ids.keySet().retainAll(known.keySet());
                    throw e;
                }
            };
            assertThat(answered.asJsonArray()).as(where).anySatisfy(same);
        }
    }
}

package io.roster.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.patch.PatchEngine;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.patch.PatchPath;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ResourceValidator;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.ValueList;
import io.roster.scim.schema.ResourceType;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for each PATCH, whatever is in it (RFC 7644 section 3.5.2). */
class PatchInvariantsTest {

    private static final int TRIES = 400;
    private static final ResourceType USER = OwnSchema.user();
    private static final JsonObject ADA = TargetedOperations.person();

    /** Without this the other properties would hold for want of anything that happens. */
    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void mostOperationsAreAppliedAndManyChangeSomething(@ForAll("operation") JsonObject operation) {
        var patched = patched(ADA, List.of(operation));
        Statistics.label("applied").collect(patched.isPresent()).coverage(coverage -> coverage.check(true)
                .percentage(share -> share > 50));
        Statistics.label("changed")
                .collect(patched.filter(document -> document != ADA).isPresent())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
    }

    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void theDocumentGivenIsNeverChanged(@ForAll("operations") List<JsonObject> operations) {
        var before = ADA.toString();
        patched(ADA, operations);
        assertThat(ADA.toString()).isEqualTo(before);
    }

    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void operationsInOneRequestDoWhatTheyDoOneByOne(@ForAll("operations") List<JsonObject> operations) {
        var oneByOne = Optional.of(ADA);
        for (var operation : operations) {
            oneByOne = oneByOne.flatMap(document -> patched(document, List.of(operation)));
        }
        assertThat(patched(ADA, operations)).isEqualTo(oneByOne);
    }

    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void theResultIsAValidResourceWithItsSchemasInStep(@ForAll("operations") List<JsonObject> operations) {
        patched(ADA, operations).ifPresent(document -> {
            var valid = ResourceValidator.validate(USER, document);
            assertThat(document).containsAllEntriesOf(valid);
            assertThat(document.getJsonArray("schemas")).isEqualTo(JsonObjects.ofStrings(USER.schemasOf(document)));
        });
    }

    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void atMostOneValueIsPrimary(@ForAll("operations") List<JsonObject> operations) {
        patched(ADA, operations).ifPresent(document -> {
            for (var list :
                    List.of(list(document, "emails"), list(document, "phoneNumbers"), list(own(document), "cards"))) {
                assertThat(list.stream().filter(ValueList::isPrimary)).hasSizeLessThan(2);
            }
        });
    }

    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whatIsReadOnlyRequiredOrImmutableStays(@ForAll("operations") List<JsonObject> operations) {
        patched(ADA, operations).ifPresent(document -> {
            for (var readOnly : List.of("id", "groups", "meta")) {
                assertThat(document.get(readOnly)).isEqualTo(ADA.get(readOnly));
            }
            assertThat(document.getString("userName")).isNotBlank();
            assertThat(own(document).getString("site")).isIn("Ulm", "Linz");
            for (var immutable : List.of("badge", "keys")) {
                assertThat(own(document).get(immutable)).isEqualTo(own(ADA).get(immutable));
            }
        });
    }

    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void nothingOutsideTheTargetChanges(@ForAll("operation") JsonObject operation) {
        if (!operation.containsKey("path")) {
            return;
        }
        var path = PatchPath.of(operation.getString("path"), USER);
        var target = path.target();
        patched(ADA, List.of(operation)).ifPresent(document -> {
            var owner = target.extension() == null ? target.attribute().name() : target.extension();
            assertThat(changed(ADA, document)).isSubsetOf("schemas", owner);
            if (target.isExtension()) {
                return;
            }
            var before = target.extension() == null ? ADA : object(ADA, owner);
            var after = target.extension() == null ? document : object(document, owner);
            var name = target.attribute().name();
            assertThat(changed(before, after))
                    .isSubsetOf(target.extension() == null ? Set.of("schemas", name) : Set.of(name));
            if (target.subAttribute() != null && !target.attribute().multiValued()) {
                assertThat(changed(object(before, name), object(after, name)))
                        .isSubsetOf(target.subAttribute().name());
            } else if (path.valueFilter() != null && target.attribute().isComplex()) {
                var others = list(before, name).stream()
                        .map(JsonValue::asJsonObject)
                        .filter(value -> !JsonMatcher.matchesValue(path.valueFilter(), value))
                        .toList();
                // Unless a value that was selected has become the same, and was merged with it.
                assertThat(others).allMatch(other -> list(after, name).stream()
                        .map(JsonValue::asJsonObject)
                        .anyMatch(
                                value -> withoutPrimary(value).equals(withoutPrimary(other)) || isSame(value, other)));
            }
        });
    }

    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void addingTakesNothingAway(@ForAll("operation") JsonObject operation) {
        // With a filter, add replaces what is selected.
        if (!operation.getString("op").equals("add")
                || operation.getString("path", "").contains("[")) {
            return;
        }
        patched(ADA, List.of(operation)).ifPresent(document -> {
            assertThat(document.keySet()).containsAll(ADA.keySet());
            assertThat(list(document, "emails")).hasSizeGreaterThanOrEqualTo(3);
            assertThat(list(own(document), "skills")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(own(document).keySet()).containsAll(own(ADA).keySet());
            assertThat(object(document, "name").keySet())
                    .containsAll(object(ADA, "name").keySet());
        });
    }

    /** Unless the value contradicts the filter that selects it; and what is removed is then no target any more. */
    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void twiceIsTheSameAsOnce(@ForAll("operation") JsonObject operation) {
        if (operation.getString("path", "").contains("[")
                && !operation.getString("op").equals("remove")) {
            return;
        }
        patched(ADA, List.of(operation)).ifPresent(once -> patched(once, List.of(operation))
                .ifPresent(twice -> assertThat(twice).isSameAs(once)));
    }

    /** Adding or replacing with what is there already changes nothing, not even the instance. */
    @Property(seed = "20260513", tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whatIsThereAlreadyChangesNothing(@ForAll("attribute") String name, @ForAll boolean isAdd) {
        var op = isAdd ? "add" : "replace";
        var byKey = Map.of("op", op, "value", Map.of(name, ADA.get(name)));
        assertThat(PatchEngine.apply(USER, ADA, operations(List.of(json(byKey)))))
                .isSameAs(ADA);
    }

    @Provide
    Arbitrary<String> attribute() {
        return Arbitraries.of(ADA.keySet());
    }

    @Provide
    Arbitrary<JsonObject> operation() {
        return TargetedOperations.operation();
    }

    @Provide
    Arbitrary<List<JsonObject>> operations() {
        return TargetedOperations.operation().list().ofMinSize(1).ofMaxSize(4);
    }

    private static Optional<JsonObject> patched(JsonObject document, List<JsonObject> operations) {
        try {
            return Optional.of(PatchEngine.apply(USER, document, operations(operations)));
        } catch (ScimException e) {
            return Optional.empty();
        }
    }

    private static List<PatchOperation> operations(List<JsonObject> operations) {
        return PatchOperation.parse(TargetedOperations.message(operations));
    }

    private static JsonObject json(Map<String, Object> operation) {
        return Json.createObjectBuilder(operation).build();
    }

    private static Set<String> changed(JsonObject before, JsonObject after) {
        var names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    private static JsonObject own(JsonObject document) {
        return object(document, OwnSchema.URN);
    }

    private static JsonObject object(JsonObject document, String name) {
        return document.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonArray list(JsonObject document, String name) {
        return document.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static boolean isSame(JsonObject value, JsonObject other) {
        return Stream.of("value", "type")
                .allMatch(name -> value.getString(name, "").equalsIgnoreCase(other.getString(name, "")));
    }

    private static JsonObject withoutPrimary(JsonObject value) {
        var members = new LinkedHashMap<String, JsonValue>(value);
        members.remove("primary");
        return JsonObjects.of(members);
    }
}

package io.roster.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.patch.PatchEngine;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.patch.PatchPath;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ResourceValidator;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.ValueList;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for each PATCH, whatever is in it. */
class PatchInvariantsTest {

    private static final ResourceType USER = SchemaRegistry.standard().user();
    private static final JsonObject ADA = HostileJson.person();

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theDocumentGivenIsNeverChanged(@ForAll("operations") List<JsonObject> operations) {
        var before = ADA.toString();
        patched(ADA, operations);
        assertThat(ADA.toString()).isEqualTo(before);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void operationsInOneRequestDoWhatTheyDoOneByOne(@ForAll("operations") List<JsonObject> operations) {
        var oneByOne = Optional.of(ADA);
        for (var operation : operations) {
            oneByOne = oneByOne.flatMap(document -> patched(document, List.of(operation)));
        }
        assertThat(patched(ADA, operations)).isEqualTo(oneByOne);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theResultIsAValidResource(@ForAll("operations") List<JsonObject> operations) {
        patched(ADA, operations).ifPresent(document -> {
            var valid = ResourceValidator.validate(USER, document);
            assertThat(PatchEngine.apply(USER, valid, List.of())).isEqualTo(valid);
            assertThat(document.getOrDefault("emails", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                            .filter(ValueList::isPrimary))
                    .hasSizeLessThan(2);
        });
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void nothingOutsideTheTargetChanges(@ForAll("operation") JsonObject operation) {
        if (!operation.containsKey("path")) {
            return;
        }
        patched(ADA, List.of(operation)).ifPresent(document -> {
            var target = PatchPath.of(operation.getString("path"), USER).target();
            var changed = new HashSet<>(ADA.keySet());
            changed.addAll(document.keySet());
            changed.removeIf(name -> Objects.equals(ADA.get(name), document.get(name)));
            assertThat(changed)
                    .isSubsetOf(
                            "schemas",
                            target.extension() == null ? target.attribute().name() : target.extension());
        });
    }

    /** Adding and replacing promise it, unless the value contradicts the filter that selects it. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void addingOrReplacingTwiceIsTheSameAsOnce(@ForAll("operation") JsonObject operation) {
        if (operation.getString("path", "").endsWith("]")) {
            return;
        }
        patched(ADA, List.of(operation)).ifPresent(once -> {
            if (operations(List.of(operation)).get(0).op() != Op.REMOVE) {
                patched(once, List.of(operation))
                        .ifPresent(twice -> assertThat(twice).isEqualTo(once));
            }
        });
    }

    @Provide
    Arbitrary<JsonObject> operation() {
        return PlausibleJson.operation();
    }

    @Provide
    Arbitrary<List<JsonObject>> operations() {
        return PlausibleJson.operation().list().ofMinSize(1).ofMaxSize(4);
    }

    private static Optional<JsonObject> patched(JsonObject document, List<JsonObject> operations) {
        try {
            return Optional.of(PatchEngine.apply(USER, document, operations(operations)));
        } catch (ScimException e) {
            return Optional.empty();
        }
    }

    private static List<PatchOperation> operations(List<JsonObject> operations) {
        return PatchOperation.parse(JsonObjects.of(Map.of(
                "schemas",
                JsonObjects.ofStrings(List.of(PatchOperation.URN)),
                "Operations",
                JsonObjects.of(operations))));
    }
}

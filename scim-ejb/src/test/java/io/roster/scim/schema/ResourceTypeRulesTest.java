package io.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 7643 section 6 asks of every resource type. */
class ResourceTypeRulesTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard();

    static List<ResourceType> types() {
        return REGISTRY.resourceTypes();
    }

    @ParameterizedTest
    @MethodSource("types")
    void allThatIsRequiredIsSaid(ResourceType type) {
        var json = type.toJson("http://h");
        for (var name : List.of("name", "description", "endpoint", "schema")) {
            assertThat(json.getString(name)).as(name).isNotBlank();
        }
        assertThat(json.getJsonArray("schemas")).hasToString("[\"" + SchemaRegistry.RESOURCE_TYPE + "\"]");
    }

    @ParameterizedTest
    @MethodSource("types")
    void theirSchemasExist(ResourceType type) {
        assertThat(Stream.concat(
                        Stream.of(type.schema()), type.extensions().stream().map(SchemaExtension::schema)))
                .allSatisfy(schema -> assertThat(REGISTRY.schema(schema.id())).containsSame(schema));
    }

    @ParameterizedTest
    @MethodSource("types")
    void extensionsSayWhetherTheyAreRequired(ResourceType type) {
        var json = type.toJson("http://h").getJsonArray("schemaExtensions");
        assertThat(json == null ? List.<JsonObject>of() : json.getValuesAs(JsonObject.class))
                .hasSameSizeAs(type.extensions())
                .allSatisfy(extension -> assertThat(extension).containsKeys("schema", "required"));
    }

    /** Section 3.3: nothing that is in the core already. */
    @ParameterizedTest
    @MethodSource("types")
    void extensionsRedefineNothing(ResourceType type) {
        assertThat(type.extensions().stream().flatMap(extension -> extension.schema().attributes().stream()))
                .extracting(AttributeDefinition::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> type.attribute(name).isEmpty());
    }

    /** RFC 7644 section 3.2. */
    @ParameterizedTest
    @MethodSource("types")
    void endpointsAreThePlural(ResourceType type) {
        assertThat(type.endpoint()).isEqualTo("/" + type.name() + "s");
    }

    @ParameterizedTest
    @MethodSource("types")
    void theyHaveTheCommonAttributes(ResourceType type) {
        assertThat(List.of("schemas", "id", "externalId", "meta"))
                .allSatisfy(name -> assertThat(type.attribute(name)).as(name).isPresent());
    }
}

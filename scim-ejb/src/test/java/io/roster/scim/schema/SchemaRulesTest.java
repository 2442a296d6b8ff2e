package io.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributeDefinition.Returned;
import io.roster.scim.schema.AttributeDefinition.Type;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 7643 sections 2, 3 and 7 ask of every schema and every attribute. */
class SchemaRulesTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard();

    static List<Schema> schemas() {
        return REGISTRY.schemas();
    }

    static List<ResourceType> types() {
        return REGISTRY.resourceTypes();
    }

    private static Stream<AttributeDefinition> withSubAttributes(List<AttributeDefinition> attributes) {
        return attributes.stream().flatMap(a -> Stream.concat(Stream.of(a), withSubAttributes(a.subAttributes())));
    }

    private static List<AttributeDefinition> all(Schema schema) {
        return withSubAttributes(schema.attributes()).toList();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void namesFollowTheGrammar(Schema schema) {
        assertThat(all(schema))
                .extracting(AttributeDefinition::name)
                .allMatch(n -> n.matches("\\$ref|[A-Za-z][-\\w$]*"));
    }

    /** Only the schema of schemas may nest deeper (section 7). */
    @ParameterizedTest
    @MethodSource("schemas")
    void onlyComplexAttributesHaveSubAttributes(Schema schema) {
        assertThat(all(schema))
                .allSatisfy(a ->
                        assertThat(a.subAttributes().isEmpty()).as(a.name()).isNotEqualTo(a.isComplex()));
        if (!schema.id().equals(SchemaRegistry.SCHEMA)) {
            assertThat(schema.attributes())
                    .flatExtracting(AttributeDefinition::subAttributes)
                    .noneMatch(AttributeDefinition::isComplex);
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void schemasSayAllThatIsRequired(Schema schema) {
        var json = schema.toJson("http://h");
        assertThat(json.getString("id")).startsWith("urn:");
        assertThat(json.getString("name")).isNotBlank();
        assertThat(json.getString("description")).isNotBlank();
        assertThat(all(schema)).extracting(AttributeDefinition::description).allMatch(text -> !text.isBlank());
    }

    /** So none depends on the defaults of section 2.2, and a client needs not know them. */
    @ParameterizedTest
    @MethodSource("schemas")
    void attributesSayAllThatIsRequired(Schema schema) {
        var json = schema.toJson("http://h").getJsonArray("attributes").getValuesAs(JsonObject.class);
        assertThat(json.stream()
                        .flatMap(a -> a.containsKey("subAttributes")
                                ? Stream.concat(
                                        Stream.of(a),
                                        a.getJsonArray("subAttributes").getValuesAs(JsonObject.class).stream())
                                : Stream.of(a)))
                .allSatisfy(a -> {
                    assertThat(a)
                            .containsKeys(
                                    "name",
                                    "type",
                                    "multiValued",
                                    "description",
                                    "required",
                                    "mutability",
                                    "returned",
                                    "uniqueness");
                    assertThat(a.getString("type"))
                            .isIn(
                                    "string",
                                    "boolean",
                                    "decimal",
                                    "integer",
                                    "dateTime",
                                    "binary",
                                    "reference",
                                    "complex");
                    assertThat(a.containsKey("caseExact"))
                            .as(a.getString("name"))
                            .isEqualTo(a.getString("type").matches("string|reference|binary"));
                });
    }

    /** Section 2.4. */
    @ParameterizedTest
    @CsvSource({"type, STRING", "primary, BOOLEAN", "display, STRING", "$ref, REFERENCE"})
    void theUsualSubAttributesAreTheSameEverywhere(String name, Type type) {
        assertThat(types().stream().flatMap(t -> t.schema().attributes().stream()))
                .filteredOn(AttributeDefinition::multiValued)
                .flatExtracting(AttributeDefinition::subAttributes)
                .filteredOn(sub -> sub.name().equals(name))
                .isNotEmpty()
                .allMatch(sub -> sub.type() == type && !sub.multiValued());
    }

    @ParameterizedTest
    @CsvSource({
        "emails,       work home other",
        "phoneNumbers, work home mobile fax pager other",
        "ims,          aim gtalk icq xmpp msn skype qq yahoo",
        "photos,       photo thumbnail",
        "addresses,    work home other",
        "groups,       direct indirect",
    })
    void canonicalTypesAreThoseOfTheText(String attribute, String types) {
        assertThat(REGISTRY.user()
                        .path(attribute + ".type")
                        .orElseThrow()
                        .leaf()
                        .canonicalValues())
                .containsExactlyInAnyOrder(types.split(" "));
    }

    /** Section 3.1. */
    @ParameterizedTest
    @CsvSource({
        "schemas,           REFERENCE, true,  READONLY,  ALWAYS",
        "id,                STRING,    true,  READONLY,  ALWAYS",
        "externalId,        STRING,    true,  READWRITE, DEFAULT",
        "meta.resourceType, STRING,    true,  READONLY,  DEFAULT",
        "meta.created,      DATETIME,  true,  READONLY,  DEFAULT",
        "meta.lastModified, DATETIME,  true,  READONLY,  DEFAULT",
        "meta.location,     REFERENCE, true,  READONLY,  DEFAULT",
        "meta.version,      STRING,    true,  READONLY,  DEFAULT",
    })
    void theCommonAttributesAreThoseOfTheText(
            String notation, Type type, boolean caseExact, Mutability mutability, Returned returned) {
        assertThat(types()).allSatisfy(resourceType -> assertThat(
                        resourceType.path(notation).orElseThrow().leaf())
                .satisfies(a -> assertThat(a.type()).isEqualTo(type))
                .satisfies(a -> assertThat(a.caseExact()).isEqualTo(caseExact))
                .satisfies(a -> assertThat(a.mutability()).isEqualTo(mutability))
                .satisfies(a -> assertThat(a.returned()).isEqualTo(returned)));
    }

    @Test
    void messagesAreNotAmongTheSchemas() {
        assertThat(schemas()).extracting(Schema::id).noneMatch(id -> id.startsWith("urn:ietf:params:scim:api:"));
    }
}

package io.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRegistryTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard();

    @Test
    void schemasAreWrittenAsTheyAreDeclared() {
        var json = REGISTRY.schema(SchemaRegistry.USER).orElseThrow().toJson("https://roster.example/scim/v2");
        assertThat(json.getString("id")).isEqualTo(SchemaRegistry.USER);
        assertThat(json.getJsonObject("meta").getString("location"))
                .isEqualTo("https://roster.example/scim/v2/Schemas/" + SchemaRegistry.USER);
        var attributes = json.getJsonArray("attributes").getValuesAs(JsonObject.class);
        assertThat(attributes).hasSize(21);
        var userName = attributes.get(0);
        assertThat(userName.getString("name")).isEqualTo("userName");
        assertThat(userName.getBoolean("required")).isTrue();
        assertThat(userName.getBoolean("caseExact")).isFalse();
        assertThat(userName.getString("mutability")).isEqualTo("readWrite");
        assertThat(userName.getString("uniqueness")).isEqualTo("server");
        assertThat(userName).doesNotContainKey("subAttributes");
    }

    @Test
    void eachSchemaFileIsReadAndEachAttributeIsDescribed() {
        assertThat(REGISTRY.schemas()).hasSize(9).allSatisfy(schema -> assertThat(schema.attributes())
                .isNotEmpty()
                .allSatisfy(a ->
                        assertThat(a.isComplex()).isEqualTo(!a.subAttributes().isEmpty())));
        assertThat(REGISTRY.schema(SchemaRegistry.TELEPHONY_USER).orElseThrow().attributes())
                .extracting(AttributeDefinition::name)
                .containsExactly("extension", "phoneNumber", "licenses", "serviceStatus");
        assertThat(REGISTRY.schema(SchemaRegistry.TELEPHONY_USER).orElseThrow().attributes())
                .allMatch(AttributeDefinition::isReadOnly);
    }

    @Test
    void resourceTypesNameTheirExtensions() {
        var json = REGISTRY.user().toJson("http://localhost:9080/scim/v2");
        assertThat(json.getString("endpoint")).isEqualTo("/Users");
        assertThat(json.getJsonArray("schemaExtensions").getValuesAs(JsonObject.class))
                .extracting(extension -> extension.getString("schema"))
                .containsExactly(SchemaRegistry.ENTERPRISE_USER, SchemaRegistry.TELEPHONY_USER);
        assertThat(REGISTRY.group().toJson("x")).doesNotContainKey("schemaExtensions");
        assertThat(REGISTRY.resourceTypes())
                .extracting(ResourceType::name)
                .containsExactly("User", "Group", "Role", "License");
    }

    @ParameterizedTest
    @CsvSource({
        "username, userName",
        "NAME.GIVENNAME, name.givenName",
        "meta.lastmodified, meta.lastModified",
        "urn:ietf:params:scim:schemas:core:2.0:user:emails.VALUE, emails.value",
        "urn:ietf:params:scim:schemas:core:2.0:User:id, id",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User, "
                + "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
        "URN:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.$REF, "
                + "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.$ref",
    })
    void notationIsResolved(String notation, String canonical) {
        assertThat(REGISTRY.user().path(notation)).map(AttributePath::notation).hasValue(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        ".",
        "userName.",
        ".userName",
        "name.",
        "name.nope",
        "emails.value.x",
        ":",
        "urn:",
        "userName:",
        "urn:ietf:params:scim:schemas:core:2.0:User",
        "urn:ietf:params:scim:schemas:core:2.0:User:",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:id",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:Users",
        "members"
    })
    void otherNotationIsUnknown(String notation) {
        assertThat(REGISTRY.user().path(notation)).isEmpty();
    }

    @Test
    void schemasFollowFromTheData() {
        var document = Map.of(SchemaRegistry.ENTERPRISE_USER, JsonValue.EMPTY_JSON_OBJECT);
        assertThat(REGISTRY.user().schemasOf(document))
                .isEqualTo(List.of(SchemaRegistry.USER, SchemaRegistry.ENTERPRISE_USER));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-13T04:42:34Z, 2026-05-13T04:42:34Z",
        "2026-05-13T04:42:34.123456789Z, 2026-05-13T04:42:34.123456789Z",
        "2026-05-13T04:42:34+02:00, 2026-05-13T02:42:34Z",
        "2026-05-13T04:42:34, 2026-05-13T04:42:34Z",
        "2026-05-13, ",
        "2026-13-01T00:00:00Z, ",
        "9999-12-31T23:59:59-01:00, ",
        "0001-01-01T00:00:00+01:00, ",
        "2026-05-13T04:42:34+02:00[Europe/Berlin], ",
    })
    void timesAreRead(String text, String expected) {
        assertThat(DateTimes.parse(text).map(Object::toString).orElse(null)).isEqualTo(expected);
    }
}

package io.roster.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeProjectionTest {

    private static final ResourceType GROUP = SchemaRegistry.standard().group();
    private static final JsonObject TABLE =
            Cases.read(AttributeProjectionTest.class, "projections.json").asJsonObject();

    static Stream<Named<JsonObject>> cases() {
        return TABLE.getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                .map(c -> Named.of(c.getString("case"), c));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void projects(JsonObject testCase) {
        var projection = AttributeProjection.of(
                SchemaRegistry.standard().user(),
                testCase.getString("attributes"),
                testCase.getString("excludedAttributes"));
        assertThat(projection.apply(TABLE.getJsonObject("document"))).isEqualTo(testCase.getJsonObject("expected"));
    }

    @Test
    void tellsWhatNeedNotBeLoaded() {
        assertThat(AttributeProjection.of(GROUP, null, null).includes("members"))
                .isTrue();
        assertThat(AttributeProjection.of(GROUP, null, "Members").includes("members"))
                .isFalse();
        assertThat(AttributeProjection.of(GROUP, null, "members.type").includes("members"))
                .isTrue();
        assertThat(AttributeProjection.of(GROUP, "displayName", null).includes("members"))
                .isFalse();
        assertThat(AttributeProjection.of(GROUP, "members.value", null).includes("members"))
                .isTrue();
        assertThat(AttributeProjection.of(GROUP, "displayName", null).includes("id"))
                .isTrue();
        assertThat(AttributeProjection.of(GROUP, null, null).includes("nope")).isFalse();
    }

    @Test
    void bothParametersAtOnceAreRefused() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> AttributeProjection.of(GROUP, "id", "members"))
                .satisfies(e -> assertThat(e.scimType()).isEqualTo("invalidValue"));
    }
}

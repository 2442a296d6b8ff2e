package io.roster.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.schema.OwnCharacteristics;
import io.roster.scim.Cases;
import io.roster.scim.schema.AttributeDefinition.Type;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeRulesTest {

    private static final ResourceType USER = SchemaRegistry.standard().user();

    static Stream<Arguments> names() {
        return Cases.tsv(AttributeRulesTest.class, "names.tsv").stream()
                .map(row -> Arguments.of(row[0], row.length == 3 ? row[1] : "", row[row.length - 1]));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsAnAttributeNameThatIsNotThereYet(String resourceType, String name, String key) {
        var type = SchemaRegistry.standard().resourceType(resourceType).orElseThrow();
        if (key.equals("ok")) {
            assertThat(AttributeRules.checked(text(name, List.of()), type).name())
                    .isEqualTo(name);
        } else {
            assertThatExceptionOfType(AttributeRefusal.class)
                    .isThrownBy(() -> AttributeRules.checked(text(name, List.of()), type))
                    .withMessage(key)
                    .satisfies(e -> assertThat(e.getField()).isEqualTo("name"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "COMPLEX"})
    void blobsAndObjectsAreNoneOfTheTypes(Type type) {
        refused("own.type.unknown", of(type, false, List.of(), ""));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("own.multi.boolean", of(Type.BOOLEAN, true, List.of(), ""));
        refused("own.values.type", of(Type.INTEGER, false, List.of("1"), ""));
        refused("own.values.twice", text("x", List.of("Red", "red")));
        refused("own.values.long", text("x", List.of("y".repeat(256))));
        refused("own.values.many", text("x", Collections.nCopies(101, "y")));
        refused("own.description.long", of(Type.STRING, false, List.of(), "y".repeat(501)));
    }

    @Test
    void whatWasTypedIsTidiedUp() {
        var checked = AttributeRules.checked(
                new OwnCharacteristics(" shirt ", Type.STRING, true, true, false, List.of(" S ", "", "M"), null), USER);
        assertThat(checked)
                .isEqualTo(new OwnCharacteristics("shirt", Type.STRING, true, true, false, List.of("S", "M"), ""));
        assertThat(AttributeRules.checked(of(Type.REFERENCE, false, List.of(), ""), USER)
                        .caseExact())
                .isTrue();
    }

    private static void refused(String key, OwnCharacteristics asked) {
        assertThatExceptionOfType(AttributeRefusal.class)
                .isThrownBy(() -> AttributeRules.checked(asked, USER))
                .withMessage(key);
    }

    private static OwnCharacteristics text(String name, List<String> values) {
        return new OwnCharacteristics(name, Type.STRING, false, false, false, values, "");
    }

    private static OwnCharacteristics of(Type type, boolean multiValued, List<String> values, String description) {
        return new OwnCharacteristics("x", type, multiValued, false, false, values, description);
    }
}

package io.roster.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ETagTest {

    private static final ETag SEVEN = ETag.of(7);

    private static Reference group(String id, String name) {
        return new Reference(id, "/Groups", "direct", name);
    }

    @Test
    void isWrittenWeak() {
        assertThat(SEVEN).hasToString("W/\"7\"");
        assertThat(SEVEN.showing(List.of()).toString()).matches("W/\"7\\.[0-9a-f]{16}\"");
    }

    @Test
    void isTheSameForTheSameContentOnEveryServer() {
        assertThat(ETag.ofContent("{}")).hasToString("W/\"ca3d163bab055381\"");
        assertThat(SEVEN.showing(List.of(group("a", "Sales")))).hasToString("W/\"7.5208092f5e8df38a\"");
    }

    @Test
    void changesWithEachReferenceAndItsName() {
        List<List<Reference>> different = List.of(
                List.of(),
                List.of(group("a", "Sales")),
                List.of(group("a", "Marketing")),
                List.of(group("b", "Sales")),
                List.of(group("a", "Aa")),
                List.of(group("a", "BB")),
                List.of(group("a", "Sales"), group("b", "Sales")));
        assertThat(different.stream().map(SEVEN::showing)).doesNotHaveDuplicates();
    }
}

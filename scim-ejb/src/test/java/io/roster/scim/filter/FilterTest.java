package io.roster.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FilterTest {

    private static final ResourceType USER = SchemaRegistry.standard().user();
    private static final JsonObject PEOPLE =
            Cases.read(FilterTest.class, "people.json").asJsonObject();

    static List<String[]> matches() {
        return Cases.tsv(FilterTest.class, "matches.tsv");
    }

    static List<String[]> refused() {
        return Cases.tsv(FilterTest.class, "refused.tsv");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @MethodSource("matches")
    void findsThePeopleWhoMatch(String filter, String expected) {
        var bound = BoundFilter.of(filter, USER);
        var found = PEOPLE.keySet().stream()
                .filter(name -> JsonMatcher.matches(bound, PEOPLE.getJsonObject(name)))
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is refused")
    @MethodSource("refused")
    void refusesWithAReason(String filter, String reason) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> BoundFilter.of(filter, USER))
                .satisfies(e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.scimType()).isEqualTo("invalidFilter");
                    assertThat(e.detail()).contains(reason).endsWith(".").hasSizeLessThan(600);
                });
    }

    @Test
    void groupsAreFoundByTheirMembers() {
        var group = Cases.read(FilterTest.class, "group.json").asJsonObject();
        var type = SchemaRegistry.standard().group();
        assertThat(JsonMatcher.matches(BoundFilter.of("displayName eq \"voice agents\"", type), group))
                .isTrue();
        assertThat(JsonMatcher.matches(BoundFilter.of("members.value eq \"89bb1940\"", type), group))
                .isTrue();
        assertThat(JsonMatcher.matches(BoundFilter.of("members[value eq \"nobody\"]", type), group))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "(            | )                        | 33",
                "not (        | )                        | 33",
                "id eq \"a\" and | id eq \"a\"           | 200",
                "id eq \"a\" or  | id eq \"a\"           | 200",
                "(            | \"                       | 4000",
                "emails[type eq \"| \"]                  | 9000",
            })
    void absurdFiltersAreRefused(String begin, String end, int times) {
        var filter = begin.strip().concat(" ").repeat(times) + end;
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> FilterParser.parse(filter))
                .satisfies(e -> assertThat(e.scimType()).isEqualTo("invalidFilter"))
                .satisfies(e -> assertThat(e.detail()).hasSizeLessThan(600));
    }

    @Test
    void whatIsAllowedAtMostIsAnswered() {
        var ids = "id eq \"a\" or ".repeat(FilterParser.MAX_TERMS - 1) + "id eq \"c3\"";
        var deep = "(".repeat(FilterParser.MAX_DEPTH) + "id eq \"c3\"" + ")".repeat(FilterParser.MAX_DEPTH);
        var person = PEOPLE.getJsonObject("cy");
        assertThat(JsonMatcher.matches(BoundFilter.of(ids, USER), person)).isTrue();
        assertThat(JsonMatcher.matches(BoundFilter.of(deep, USER), person)).isTrue();
    }
}

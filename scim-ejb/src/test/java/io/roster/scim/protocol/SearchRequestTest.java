package io.roster.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.scim.Cases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRequestTest {

    static List<String[]> pages() {
        return Cases.tsv(SearchRequestTest.class, "paging.tsv");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void boundsThePage(String startIndex, String count, int expectedStart, int expectedCount) {
        var parameters = new HashMap<String, List<String>>();
        if (!startIndex.equals("-")) {
            parameters.put("startIndex", List.of(startIndex));
            parameters.put("count", List.of(count));
        }
        var request = SearchRequest.parse(parameters);
        assertThat(request.startIndex()).isEqualTo(expectedStart);
        assertThat(request.count()).isEqualTo(expectedCount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "1.5", "1e3", "0x10", "1 2", "--1", "NaN"})
    void whatIsNoNumberIsRefused(String count) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> SearchRequest.parse(Map.of("count", List.of(count))))
                .satisfies(e -> {
                    assertThat(e.scimType()).isEqualTo("invalidValue");
                    assertThat(e.detail()).contains("count").contains(count);
                });
    }

    @Test
    void readsFilterAndAttributes() {
        var request = SearchRequest.parse(Map.of(
                "filter", List.of("userName eq \"ada\""), "attributes", List.of("userName"), "sortBy", List.of("x")));
        assertThat(request.filter()).isEqualTo("userName eq \"ada\"");
        assertThat(request.attributes()).isEqualTo("userName");
        assertThat(request.excludedAttributes()).isNull();
    }

    @Test
    void aParameterTwiceIsRefusedUnlessItIsTheSame() {
        assertThat(SearchRequest.parse(Map.of("count", List.of("5", "5"))).count())
                .isEqualTo(5);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> SearchRequest.parse(Map.of("filter", List.of("a pr", "b pr"))))
                .satisfies(e -> assertThat(e.detail()).contains("filter").contains("more than once"));
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> SearchRequest.parse(
                        Map.of("attributes", List.of("id"), "excludedAttributes", List.of("members"))));
    }
}

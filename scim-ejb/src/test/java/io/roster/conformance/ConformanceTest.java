package io.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.scim.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of {@code docs/conformance}: each keyword of the RFCs has its row, each row its tests or its reason. */
class ConformanceTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final TestSources TESTS = new TestSources(ROOT);
    private static final String REFERENCE = "[A-Z]\\w*(Test|IT)[.#].+";
    private static final int SHORTEST_REASON = 15;

    private static Path page(String name) {
        return ROOT.resolve("docs/conformance/" + name + ".md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc7643", "rfc7644", "rfc9865", "pitfalls"})
    void eachTestThatIsNamedExists(String page) {
        assertThat(Row.of(page(page)))
                .flatExtracting(Row::quoted)
                .filteredOn(name -> name.matches(REFERENCE) && !TESTS.has(name))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc7643", "rfc7644", "rfc9865", "pitfalls"})
    void eachRowHasTestsOrAReason(String page) {
        assertThat(Row.of(page(page))).isNotEmpty();
        assertThat(Row.of(page(page))).filteredOn(row -> !isShown(row)).isEmpty();
    }

    private static boolean isShown(Row row) {
        if (row.isNotApplicable() || row.departs()) {
            return row.shown().substring(row.shown().indexOf(':')).length() > SHORTEST_REASON;
        }
        return !row.quoted().isEmpty()
                && row.quoted().stream().allMatch(name -> name.matches(REFERENCE))
                && row.shown().replaceAll("`[^`]+`", "").isBlank();
    }

    /** How often each section uses each keyword was counted in the RFCs' texts, which are not part of this product. */
    @ParameterizedTest
    @ValueSource(strings = {"rfc7643", "rfc7644", "rfc9865"})
    void eachKeywordOfEachSectionHasItsRow(String page) {
        var counted = new TreeMap<String, Integer>();
        Cases.tsv(ConformanceTest.class, "keywords.tsv").stream()
                .filter(cells -> cells[0].equals(page))
                .forEach(cells -> counted.put(cells[1] + " " + cells[2], Integer.valueOf(cells[3])));
        var rows = new TreeMap<String, Integer>();
        Row.of(page(page)).forEach(row -> row.occurrences()
                .forEach((keyword, times) -> rows.merge(row.section() + " " + keyword, times, Integer::sum)));
        assertThat(rows).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc7643", "rfc7644", "rfc9865"})
    void theEntranceCountsThem(String page) throws IOException {
        var rows = Row.of(page(page));
        var departures = rows.stream().filter(Row::departs).count();
        var others = rows.stream().filter(Row::isNotApplicable).count();
        assertThat(Files.readString(ROOT.resolve("docs/conformance.md")))
                .contains("(conformance/%s.md) | %d | %d | %d | %d |"
                        .formatted(page, rows.size(), rows.size() - departures - others, departures, others));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ConformanceTest.whatIsNotThereIsMissed        | true",
                "ConformanceTest.page                          | false",
                "ConformanceTest.nothing                       | false",
                "ConformanceTest                               | false",
                "NoSuchTest.whatIsNotThereIsMissed             | false",
                "ConformanceTest#rfc7644                       | true",
                "ConformanceTest#rfc7645                       | false",
                "FilterTest#userName regex \"a\"               | true",
                "FilterTest#userName  regex                    | false",
                "PatchEngineTest#all or nothing                | true",
                "PatchEngineTest#all but nothing               | false",
            })
    void whatIsNotThereIsMissed(String reference, boolean isThere) {
        assertThat(TESTS.has(reference)).isEqualTo(isThere);
    }

    @Test
    void noPageIsForgotten() throws IOException {
        try (var pages = Files.list(ROOT.resolve("docs/conformance"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrder("rfc7643.md", "rfc7644.md", "rfc9865.md", "pitfalls.md");
        }
    }
}

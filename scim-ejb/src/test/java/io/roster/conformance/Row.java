package io.roster.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One line of a table in {@code docs/conformance}: which keywords of which section, none where it is no RFC, and what shows
 * that they are kept.
 */
record Row(String section, String keywords, String asked, String shown) {

    static final String NOT_APPLICABLE = "does not apply: ";
    static final String DEPARTS = "departs: ";

    private static final Pattern HEAD = Pattern.compile("\\| (section|about) \\|");
    private static final Pattern KEYWORD =
            Pattern.compile("((?:MUST|SHALL|SHOULD)(?: NOT)?|REQUIRED|RECOMMENDED)(?: ×([1-9]\\d*))?");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The rows of a page; a line of another form than a row's fails. */
    static List<Row> of(Path page) {
        try (var lines = Files.lines(page, UTF_8)) {
            return lines.filter(
                            line -> line.startsWith("| ") && !HEAD.matcher(line).lookingAt())
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row parse(String line) {
        var cells = Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.replace("\\|", "|").strip())
                .toList();
        return switch (cells.size()) {
            case 6 -> new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4));
            case 5 -> new Row(cells.get(1), "", cells.get(2), cells.get(3));
            default -> throw new AssertionError("This row has neither three cells nor four: " + line);
        };
    }

    /** How often the section says each keyword, as far as this row tells. */
    Map<String, Integer> occurrences() {
        var counts = new TreeMap<String, Integer>();
        for (var part : keywords.split(", ")) {
            var keyword = KEYWORD.matcher(part);
            if (!keyword.matches()) {
                throw new AssertionError("\"" + part + "\" is no keyword in " + this);
            }
            var times = keyword.group(2) == null ? 1 : Integer.parseInt(keyword.group(2));
            counts.merge(keyword.group(1), times, Integer::sum);
        }
        return counts;
    }

    boolean isNotApplicable() {
        return shown.startsWith(NOT_APPLICABLE);
    }

    boolean departs() {
        return shown.startsWith(DEPARTS);
    }

    /** What stands in code quotes: names of tests, and in a reason perhaps something else. */
    List<String> quoted() {
        return CODE.matcher(shown)
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }
}

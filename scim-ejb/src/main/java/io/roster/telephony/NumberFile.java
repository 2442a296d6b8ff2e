package io.roster.telephony;

import io.roster.telephony.NumberRefused.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads phone numbers from a file of comma separated values (RFC 4180; semicolons and tabs separate too, as spreadsheets
 * write them). The numbers stand in the column with a name such as "number", or in the first one. What is kept does not
 * grow with the length of lines, and not beyond {@value #MOST} numbers.
 */
final class NumberFile {

    /** How many numbers a file has at most. */
    static final int MOST = 100_000;

    /** How many problems are kept to be shown; the others are counted. */
    static final int SHOWN = 200;

    private static final Set<String> NAMES = Set.of(
            "number",
            "phone",
            "phonenumber",
            "telephone",
            "telephonenumber",
            "e164",
            "did",
            "nummer",
            "rufnummer",
            "telefon",
            "telefonnummer");
    private static final int LONGEST_TEXT = 40;
    private static final int LONGEST_HEADER = 8_192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String region;
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private final Set<String> outsidePlans = new LinkedHashSet<>();
    private int read;
    private int wrong;

    private NumberFile(String region) {
        this.region = region;
    }

    /**
     * Reads a file.
     *
     * @param reader its text
     * @param region as at {@link E164#parse}
     * @return what stands in it
     * @throws IOException as the reader does
     * @throws NumberRefused when there are more than {@value #MOST} lines
     */
    static NumberFile read(Reader reader, String region) throws IOException {
        NumberFile file = new NumberFile(region);
        BufferedReader text = new BufferedReader(reader, LONGEST_HEADER);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(text).setFormat(format).get()) {
            int column = -1;
            for (CSVRecord record : parser) {
                boolean header = column < 0 && isHeader(record);
                column = column < 0 ? column(record) : column;
                if (!header) {
                    file.add((int) parser.getCurrentLineNumber(), column < record.size() ? record.get(column) : "");
                }
            }
        }
        return file;
    }

    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(LONGEST_HEADER);
        char[] beginning = new char[LONGEST_HEADER - 1];
        int length = Math.max(0, text.read(beginning));
        text.reset();
        String line = new String(beginning, 0, length)
                .stripLeading()
                .lines()
                .findFirst()
                .orElse("");
        return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static boolean isHeader(CSVRecord record) {
        return record.stream().anyMatch(NumberFile::isName)
                || record.stream().noneMatch(cell -> cell.chars().anyMatch(Character::isDigit));
    }

    private static int column(CSVRecord record) {
        for (int i = 0; i < record.size(); i++) {
            if (isName(record.get(i))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isName(String cell) {
        return NAMES.contains(cell.toLowerCase(Locale.ROOT).replaceAll("[ ._-]", ""));
    }

    private void add(int line, String text) {
        if (read++ == MOST) {
            throw new NumberRefused(Reason.FILE_SIZE, MOST);
        }
        try {
            E164.Read number = E164.read(text, region);
            Integer earlier = lines.putIfAbsent(number.number(), line);
            if (earlier != null) {
                wrong(line, text, Reason.TWICE, earlier);
            } else if (!number.inPlan()) {
                outsidePlans.add(number.number());
                wrong(line, text, Reason.NOT_IN_PLAN, 0);
            }
        } catch (NumberRefused refused) {
            wrong(line, text, refused.reason(), 0);
        }
    }

    private void wrong(int line, String text, Reason reason, int earlier) {
        wrong++;
        if (problems.size() < SHOWN) {
            problems.add(
                    new LineProblem(line, text.substring(0, Math.min(text.length(), LONGEST_TEXT)), reason, earlier));
        }
    }

    /** Takes out a number that is in the pool already. */
    void inPool(String number) {
        if (outsidePlans.remove(number)) {
            problems.removeIf(problem -> problem.line() == lines.get(number));
            wrong--;
        }
        wrong(lines.remove(number), number, Reason.IN_POOL, 0);
    }

    /** The numbers in the order of their lines, each once, without those that no numbering plan has. */
    List<String> numbers() {
        return lines.keySet().stream()
                .filter(number -> !outsidePlans.contains(number))
                .toList();
    }

    /** Those that no numbering plan has, in the order of their lines; each is among what is wrong, too. */
    List<String> outsidePlans() {
        return List.copyOf(outsidePlans);
    }

    /** What is wrong, in the order of lines: the first {@value #SHOWN} that were found. */
    List<LineProblem> problems() {
        return problems.stream()
                .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                .toList();
    }

    /** In how many lines something is wrong. */
    int wrong() {
        return wrong;
    }
}

package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.roster.telephony.NumberRefused.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFileTest {

    private static final String ONE = "+493023125001";
    private static final String TWO = "+493023125002";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+493023125001\n+493023125002",
                "+493023125001\r\n\r\n+493023125002\r\n",
                "\uFEFFNumber\n+49 30 23125001\n+49 30 23125002\n",
                "site;Phone number;note\nBerlin;030 23125001;\"a; \"\"b\"\"\nc\"\nBerlin;030 23125002;",
                "E.164,Standort\n+493023125001,Berlin\n+493023125002\n",
                "\"+49 30 23125001\"\n\"+49 30 23125002\"",
                "Anschluss\tOrt\n030/23125001\tBerlin\n030/23125002\tBerlin",
                "Leitung,Ort\n030/23125001,Berlin\n030/23125002,Berlin"
            })
    void everyUsualFormIsRead(String text) throws IOException {
        NumberFile file = read(text);
        assertThat(file.problems()).isEmpty();
        assertThat(file.numbers()).containsExactly(ONE, TWO);
    }

    @Test
    void aProblemHasItsLineAndTheOthersAreKept() throws IOException {
        NumberFile file =
                read("number,site\n+493023125001,a\n\nhello,b\n030 23125001,c\n+49301,d\n+493023125002,e\n,f\n");
        assertThat(file.numbers()).containsExactly(ONE, TWO);
        assertThat(file.wrong()).isEqualTo(4);
        assertThat(file.problems())
                .containsExactly(
                        new LineProblem(4, "hello", Reason.NOT_A_NUMBER, 0),
                        new LineProblem(5, "030 23125001", Reason.TWICE, 2),
                        new LineProblem(6, "+49301", Reason.TOO_SHORT, 0),
                        new LineProblem(8, "", Reason.NOT_A_NUMBER, 0));
    }

    @Test
    void whatIsInThePoolIsToldByItsLine() throws IOException {
        NumberFile file = read("+493023125001\n+493023125002\nx");
        file.inPool(TWO);
        assertThat(file.numbers()).containsExactly(ONE);
        assertThat(file.problems())
                .containsExactly(
                        new LineProblem(2, TWO, Reason.IN_POOL, 0), new LineProblem(3, "x", Reason.NOT_A_NUMBER, 0));
    }

    @Test
    void whatNoNumberingPlanHasIsAProblemAndKeptApart() throws IOException {
        NumberFile file = read("+493023125001\n+1 123 555 0100\n+11235550101\n+11235550100");
        assertThat(file.numbers()).containsExactly(ONE);
        assertThat(file.outsidePlans()).containsExactly("+11235550100", "+11235550101");
        assertThat(file.problems())
                .extracting(LineProblem::line, LineProblem::reason)
                .containsExactly(tuple(2, Reason.NOT_IN_PLAN), tuple(3, Reason.NOT_IN_PLAN), tuple(4, Reason.TWICE));
        file.inPool("+11235550101");
        assertThat(file.outsidePlans()).containsExactly("+11235550100");
        assertThat(file.wrong()).isEqualTo(3);
        assertThat(file.problems()).extracting(LineProblem::reason).contains(Reason.IN_POOL);
    }

    @Test
    void aFileThatIsNoTableIsOneProblemAfterTheOther() throws IOException {
        NumberFile file = read("\u0000PK\u0003\u00041" + "x".repeat(100_000) + "\n\"never closed 1\nand on");
        assertThat(file.numbers()).isEmpty();
        assertThat(file.problems())
                .hasSize(2)
                .allMatch(problem -> problem.text().length() <= 40);
        assertThat(read("").numbers()).isEmpty();
    }

    @Test
    void problemsAreCountedToTheEndAndShownToABound() throws IOException {
        NumberFile file = read(lines("x1\n", 1_000));
        assertThat(file.wrong()).isEqualTo(1_000);
        assertThat(file.problems()).hasSize(NumberFile.SHOWN);
        assertThat(file.problems().get(NumberFile.SHOWN - 1).line()).isEqualTo(NumberFile.SHOWN);
    }

    @Test
    void aFileOfMoreLinesThanCanBeAddedIsRefused() throws IOException {
        assertThat(read(lines("x1\n", NumberFile.MOST)).wrong()).isEqualTo(NumberFile.MOST);
        assertThatThrownBy(() -> read(lines("x1\n", NumberFile.MOST + 1)))
                .isInstanceOfSatisfying(NumberRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.FILE_SIZE));
    }

    @Test
    void extensionsKeepTheirZerosInFront() {
        assertThat(ExtensionSpan.of(" 0098", "0101 ").without(null)).isEqualTo(List.of("0098", "0099", "0100", "0101"));
        assertThat(ExtensionSpan.of("0098", "0101").without(new ExtensionSpan("0000", "0099")))
                .isEqualTo(List.of("0100", "0101"));
        assertThat(ExtensionSpan.of("10", "11").without(new ExtensionSpan("010", "011")))
                .isEqualTo(List.of("10", "11"));
    }

    private static NumberFile read(String text) throws IOException {
        return NumberFile.read(new StringReader(text), "DE");
    }

    private static String lines(String line, int count) {
        return IntStream.range(0, count).mapToObj(i -> line).collect(Collectors.joining());
    }
}

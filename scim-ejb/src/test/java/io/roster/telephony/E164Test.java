package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.telephony.NumberRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class E164Test {

    @ParameterizedTest
    @CsvSource({
        "+49 30 23125000,, +493023125000",
        "' +49 (0)30 / 23125-000 ',, +493023125000",
        "tel:+49-30-23125000,, +493023125000",
        "030 23125000, DE, +493023125000",
        "0049 30 23125000, DE, +493023125000",
        "(415) 555-0100, US, +14155550100",
        "+41 44 668 18 00, DE, +41446681800",
        "'''+493023125000',, +493023125000",
        "+800 1234 5678,, +80012345678"
    })
    void howeverItIsWrittenItIsOneNumber(String text, String region, String number) {
        assertThat(E164.parse(text, region)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "'',, NOT_A_NUMBER",
        "Nummer,, NOT_A_NUMBER",
        "030 23125000,, NO_COUNTRY",
        "0049 30 23125000,, NO_COUNTRY",
        "+1 555 0100,, TOO_SHORT",
        "+49 30 1,, TOO_SHORT",
        "+49 30 1234567890123456,, TOO_LONG",
        "+999 30 23125000,, NO_SUCH_COUNTRY",
        "+1 123 555 0100,, NOT_IN_PLAN",
        "+49 30 23125000 ext. 5,, HAS_EXTENSION",
        "4.93023E+11, DE, SPREADSHEET",
        "'4,93023E+11', DE, SPREADSHEET",
        "110, DE, TOO_SHORT"
    })
    void whatCannotBeDialledIsRefusedWithTheReason(String text, String region, Reason reason) {
        refused(reason, () -> E164.parse(text, region));
    }

    @ParameterizedTest
    @CsvSource({
        "+1 123 555 0100,, +11235550100, false",
        "(123) 555-0100, US, +11235550100, false",
        "+49 30 23125000,, +493023125000, true"
    })
    void whatNoPlanHasIsReadAndToldApart(String text, String region, String number, boolean inPlan) {
        assertThat(E164.read(text, region)).isEqualTo(new E164.Read(number, inPlan));
    }

    @ParameterizedTest
    @CsvSource({"+1 555 0100,, TOO_SHORT", "+49 30 1234567890123456,, TOO_LONG", "+999 30 23125000,, NO_SUCH_COUNTRY"})
    void whatCannotBeANumberAnywhereIsNotRead(String text, String region, Reason reason) {
        refused(reason, () -> E164.read(text, region));
    }

    @Test
    void peopleReadItInInternationalForm() {
        assertThat(E164.international("+493023125000")).isEqualTo("+49 30 23125000");
        assertThat(E164.international("+14155550100")).isEqualTo("+1 415-555-0100");
    }

    @Test
    void aRangeHasItsFirstAndItsLast() {
        assertThat(NumberRange.of("+49 30 23125098", "+49 30 23125101", null))
                .extracting(E164.Read::number)
                .containsExactly("+493023125098", "+493023125099", "+493023125100", "+493023125101");
        assertThat(NumberRange.of("030 23125000", "030 23125000", "DE"))
                .extracting(E164.Read::number)
                .containsExactly("+493023125000");
        assertThat(NumberRange.of("+49 30 23120000", "+49 30 23129999", null)).hasSize(10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 23125001, +49 30 23125000, RANGE_ORDER",
        "+49 30 23120000, +49 30 23130000, RANGE_SIZE",
        "+49 30 2312500, +49 30 23125001, RANGE_FORM",
        "+49 30 23125001, +41 44 668 1800, RANGE_FORM",
        "+49 30 23125001, 23125009, NO_COUNTRY"
    })
    void whatIsNoRangeIsRefusedWithTheReason(String first, String last, Reason reason) {
        refused(reason, () -> NumberRange.of(first, last, null));
    }

    private static void refused(Reason reason, Runnable block) {
        assertThatThrownBy(block::run)
                .isInstanceOfSatisfying(NumberRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }
}

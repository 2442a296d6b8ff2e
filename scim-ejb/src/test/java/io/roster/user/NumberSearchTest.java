package io.roster.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSearchTest {

    @ParameterizedTest
    @CsvSource({
        "+4930123456, +4930123456%, 4930123456%",
        "+49 (0)30 / 1234-56, +4930123456%, 4930123456%",
        "0049 30 12, +493012%, 00493012%",
        "030 12345, %3012345%, 03012345%",
        "(030) 12345, %3012345%, 03012345%",
        "2137, %2137%, 2137%",
        "21, +21%, 21%",
        "+, +%, %",
        "0, +%, 0%",
    })
    void readsNumbersHoweverTheyAreWritten(String typed, String number, String extension) {
        assertThat(NumberSearch.of(typed)).contains(new NumberSearch(number, extension));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "z_o", "ada7", "7b", "สม", "(", "-", "%", "12%", "+49a"})
    void readsNothingIntoWhatIsNoNumber(String typed) {
        assertThat(NumberSearch.of(typed)).isEmpty();
    }
}

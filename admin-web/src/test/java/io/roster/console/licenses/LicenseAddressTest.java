package io.roster.console.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.telephony.SeatState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "held,,1,license?id=x6",
        "waiting,ada lo,3,license?id=x6&state=waiting&q=ada+lo&page=3",
        "given-up,,,license?id=x6&state=given-up",
        "no such state,' ',-4,license?id=x6",
        ",,x,license?id=x6",
    })
    void whateverIsTypedReadsAsSomething(String state, String search, String page, String address) {
        assertThat(LicenseAddress.parse("x6", state, search, page)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({"HELD,held", "WAITING,waiting", "GIVEN_UP,given-up"})
    void anotherListBeginsAtItsFirstPage(SeatState state, String key) {
        LicenseAddress address = LicenseAddress.parse("x6", "held", "ada", "7").withState(state);
        assertThat(address.page()).isEqualTo(1);
        assertThat(address.search()).isEqualTo("ada");
        assertThat(LicenseAddress.key(address.state())).isEqualTo(key);
    }
}

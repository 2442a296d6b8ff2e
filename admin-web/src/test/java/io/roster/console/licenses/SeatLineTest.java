package io.roster.console.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.telephony.SeatHolder;
import io.roster.telephony.SeatReason;
import io.roster.telephony.SeatState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ada Park | Ada Park",
                "Park, Ada | \"Park, Ada\"",
                "Ada \"Chip\" Park | \"Ada \"\"Chip\"\" Park\"",
                "=HYPERLINK(1) | '=HYPERLINK(1)",
                "+49 | '+49",
                "@sum | '@sum",
                "-1 | '-1",
                "A;B | \"A;B\"",
            })
    void aNameIsQuotedAndNeverAFormula(String name, String written) {
        SeatHolder holder = new SeatHolder(
                "1",
                name,
                "ada",
                true,
                SeatState.GIVEN_UP,
                Set.of(SeatReason.HAND, SeatReason.OKTA),
                List.of("Leads", "Voice"),
                Instant.EPOCH,
                "erika");
        assertThat(SeatLine.of("x6", holder))
                .isEqualTo("x6,ada," + written
                        + ",true,given-up,true,false,true,\"Leads; Voice\",1970-01-01T00:00:00Z,erika\r\n");
    }
}

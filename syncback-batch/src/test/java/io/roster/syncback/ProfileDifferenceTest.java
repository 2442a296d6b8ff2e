package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.FieldOutcome;
import io.roster.outbox.Waiting;
import io.roster.outbox.Waiting.Wanted;
import io.roster.persistence.Documents;
import io.roster.syncback.okta.OktaUser;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileDifferenceTest {

    private static final OktaAttributes BOTH = new OktaAttributes("ext", "phone");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                // wanted | known | announced | in Okta | written | outcome
                "+4930100 | -        | -        | {}                     | {\"phone\":\"+4930100\"} | WRITTEN",
                "+4930100 | -        | -        | {\"phone\":null}       | {\"phone\":\"+4930100\"} | WRITTEN",
                "+4930100 | +4930100 | -        | {\"phone\":\"other\"}  | {\"phone\":\"+4930100\"} | WRITTEN",
                "+4930100 | -        | -        | {\"phone\":\"+4930100\"} | {} | UNCHANGED",
                "-        | -        | -        | {}                     | {} | UNCHANGED",
                "-        | +4930100 | -        | {\"phone\":\"\"}       | {} | UNCHANGED",
                "-        | +4930100 | -        | {\"phone\":\"+4930100\"} | {\"phone\":null} | WRITTEN",
                "-        | -        | +4930100 | {\"phone\":\"+4930100\"} | {\"phone\":null} | WRITTEN",
                "-        | -        | -        | {\"phone\":\"of HR\"}  | {} | LEFT",
                "-        | +4930100 | -        | {\"phone\":\"of HR\"}  | {} | LEFT",
                "+4930100 | -        | -        | {\"phone\":[\"list\"]} | {} | REFUSED ATTRIBUTE",
                "📞       | -        | -        | {}                     | {} | REFUSED CHARACTERS",
                "12345678901 | -     | -        | {}                     | {} | REFUSED LENGTH",
                "Äöü€     | -        | -        | {}                     | {\"phone\":\"Äöü€\"} | WRITTEN"
            })
    void ofTheNumber(String wanted, String known, String announced, String inOkta, String written, String outcome) {
        var person = person(new Wanted(wanted, known, announced), new Wanted(null, null, null));
        var found = difference(person, inOkta, new OktaAttributes(null, "phone"));
        assertThat(found.profile()).isEqualTo(Documents.parse(written));
        assertThat(outcomes(found)).isEqualTo(outcome);
    }

    @Test
    void oneCallForBothFieldsAndOnlyWhatDiffers() {
        var person = person(new Wanted("+4930100", null, null), new Wanted("2137", null, null));
        assertThat(difference(person, "{}", BOTH).profile())
                .isEqualTo(Documents.parse("{\"phone\":\"+4930100\",\"ext\":\"2137\"}"));
        assertThat(difference(person, "{\"phone\":\"+4930100\"}", BOTH).profile())
                .isEqualTo(Documents.parse("{\"ext\":\"2137\"}"));
    }

    private static ProfileDifference difference(Waiting person, String inOkta, OktaAttributes attributes) {
        var user = new OktaUser("00u1", "ACTIVE", "W/\"1\"", Documents.parse(inOkta));
        return ProfileDifference.of(person, user, attributes, Map.of("phone", 10), Map.of());
    }

    private static Waiting person(Wanted number, Wanted extension) {
        return new Waiting("p", "00u1", 1, 0, 0, null, number, extension);
    }

    private static String outcomes(ProfileDifference difference) {
        return Stream.concat(difference.written().stream(), difference.settled().stream())
                .map(ProfileDifferenceTest::text)
                .collect(Collectors.joining(", "));
    }

    private static String text(FieldOutcome outcome) {
        return outcome.state() + (outcome.reason() == null ? "" : " " + outcome.reason());
    }
}

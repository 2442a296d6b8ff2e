package io.roster.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleAddressTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -, -, -, people",
                "' ', all, all, all, name, 1, people",
                "ada, -, -, -, -, -, people?q=ada",
                "' ada & co ', -, -, -, -, -, people?q=ada+%26+co",
                "สม, deactivated, okta, number, -modified, 7, "
                        + "people?q=%E0%B8%AA%E0%B8%A1&state=deactivated&source=okta&services=number&sort=-modified&page=7",
                "-, active, console, -, user-name, 2, people?state=active&source=console&sort=user-name&page=2",
                "-, -, -, no-extension, -, -, people?services=no-extension",
                "-, -, -, license-x6.a, -, -, people?services=license-x6.a",
                "-, -, -, no-license-x6, -, -, people?services=no-license-x6",
                "-, ACTIVE, nobody, license-, colour, x, people",
                "-, -, -, -, -, -3, people",
                "-, -, -, -, -, 99999999999, people",
                "-, -, -, -, -, 2000000000, people?page=1000000",
                "-, -, -, -, -, 0, people",
            })
    void readsAnyAddressAndWritesThePlainestOne(
            String search, String state, String source, String services, String sort, String page, String address) {
        assertThat(PeopleAddress.parse(search, state, source, services, sort, page))
                .hasToString(address);
    }

    @Test
    void aColumnThatIsClickedTwiceTurnsRoundAndBeginsAtTheFirstPage() {
        PeopleAddress byName = PeopleAddress.parse(null, "active", null, null, null, "4");
        assertThat(byName.sortedBy("name")).hasToString("people?state=active&sort=-name");
        assertThat(byName.sortedBy("name").sortedBy("name")).hasToString("people?state=active");
        assertThat(byName.sortedBy("modified")).hasToString("people?state=active&sort=-modified");
        assertThat(byName.sortedBy("modified").sortedBy("user-name")).hasToString("people?state=active&sort=user-name");
    }
}

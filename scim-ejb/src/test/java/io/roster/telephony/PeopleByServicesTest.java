package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.user.People;
import io.roster.user.PeopleQuery;
import io.roster.user.PeopleQuery.Sort;
import io.roster.user.Person;
import io.roster.user.ServiceCriterion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are found and listed by their services. */
@OnEachDatabase
class PeopleByServicesTest {

    @Parameter
    TestDatabase database;

    private ServicedOrg org;
    private String ada;

    @BeforeEach
    void threePeople() {
        org = new ServicedOrg(database);
        ada = org.person("ada");
        String bob = org.person("bob");
        org.person("eve");
        org.license("x6", 5);
        org.number("+493023125000", ada);
        org.extension("2137", ada);
        org.number("+14155550137", bob);
        org.seat("x6", bob);
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 231, ada",
        "030 / 23125000, ada",
        "25000, ada",
        "2137, ada",
        "213, ada",
        "+1, bob",
        "0137, bob",
        "0137 5, ''",
        "eve, eve",
    })
    void aNumberIsFoundHoweverItIsWritten(String typed, String found) {
        assertThat(names(typed, null)).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void aListIsThatOfThoseWhoHaveSomethingOrDoNot() {
        assertThat(names(null, ServiceCriterion.number(true))).containsExactly("ada", "bob");
        assertThat(names(null, ServiceCriterion.number(false))).containsExactly("eve");
        assertThat(names(null, ServiceCriterion.extension(true))).containsExactly("ada");
        assertThat(names(null, ServiceCriterion.extension(false))).containsExactly("bob", "eve");
        assertThat(names(null, ServiceCriterion.license("x6", true))).containsExactly("bob");
        assertThat(names(null, ServiceCriterion.license("x6", false))).containsExactly("ada", "eve");
        assertThat(names(null, ServiceCriterion.license("x7", true))).isEmpty();
        assertThat(names("a", ServiceCriterion.number(true))).containsExactly("ada");
    }

    @Test
    void servicesAndStateNarrowTheListTogether() {
        org.activate(ada, false);
        for (boolean active : new boolean[] {true, false}) {
            PeopleQuery query = new PeopleQuery(null, active, null, ServiceCriterion.number(true), Sort.NAME, false);
            List<Person> people =
                    org.call(People.class, all -> all.page(query, 0, 10).people());
            assertThat(people).extracting(Person::getUserName).containsExactly(active ? "bob" : "ada");
        }
    }

    @Test
    void allOfAListAreSelected() {
        PeopleQuery query = query(null, ServiceCriterion.extension(true));
        assertThat(org.<People, List<String>>call(People.class, people -> people.ids(query)))
                .containsExactly(ada);
        assertThat(org.<People, Integer>call(People.class, people -> people.count(query)))
                .isEqualTo(1);
        PeopleQuery everybody = query(null, null);
        assertThat(org.<People, List<String>>call(People.class, people -> people.ids(everybody)))
                .hasSize(3);
        assertThat(org.<People, Integer>call(People.class, people -> people.count(everybody)))
                .isEqualTo(3);
    }

    private static PeopleQuery query(String search, ServiceCriterion service) {
        return new PeopleQuery(search, null, null, service, Sort.NAME, false);
    }

    private List<String> names(String search, ServiceCriterion service) {
        return org.call(People.class, people -> people.page(query(search, service), 0, 10)).people().stream()
                .map(Person::getUserName)
                .toList();
    }
}

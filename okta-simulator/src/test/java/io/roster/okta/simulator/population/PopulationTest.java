package io.roster.okta.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.org.OrgItem;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.org.PushedGroup;
import io.roster.okta.simulator.scim.Urn;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationTest {
    private static final List<Person> PEOPLE = new Population(1).people(1000);

    @Test
    void theSameSeedGivesTheSameCompany() {
        Population again = new Population(1);
        assertThat(again.people(1000)).isEqualTo(PEOPLE);
        assertThat(again.groups(40, PEOPLE)).isEqualTo(new Population(1).groups(40, PEOPLE));
        assertThat(again.changed(PEOPLE.get(7), 3)).isEqualTo(new Population(1).changed(PEOPLE.get(7), 3));
    }

    @Test
    void anotherSeedGivesAnother() {
        assertThat(new Population(2).people(100)).doesNotContainAnyElementsOf(PEOPLE);
    }

    @Test
    void aLargerCompanyBeginsWithTheSmaller() {
        assertThat(new Population(1).people(200)).isEqualTo(PEOPLE.subList(0, 200));
    }

    @Test
    void nobodySharesAUserNameOrAnId() {
        assertThat(PEOPLE).extracting(Person::oktaId).doesNotHaveDuplicates();
        assertThat(PEOPLE)
                .extracting(person -> person.userName().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
        Set<String> after = new HashSet<>();
        PEOPLE.forEach(person ->
                after.add(new Population(1).changed(person, 5).userName().toLowerCase(Locale.ROOT)));
        assertThat(after).hasSize(PEOPLE.size());
    }

    @Test
    void groupsHaveNamesAndIdsOfTheirOwn() {
        List<PushedGroup> groups = new Population(1).groups(40, PEOPLE);
        assertThat(groups).extracting(PushedGroup::name).doesNotHaveDuplicates();
        assertThat(groups).extracting(PushedGroup::oktaId).doesNotHaveDuplicates();
        assertThat(groups.get(2).members()).isEmpty();
        assertThat(groups).anyMatch(group -> group.members().size() > 50);
    }

    @Test
    void oktaCanStoreEverything() {
        assertThat(PEOPLE)
                .extracting(OrgItem::toJson)
                .allSatisfy(json -> assertThat(json.toString().codePoints()).allMatch(Character::isBmpCodePoint));
        assertThat(PEOPLE).allSatisfy(person -> assertThat(person.userName().getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(5, 100));
    }

    @Test
    void peopleAreInternationalAndComplete() {
        assertThat(PEOPLE).anyMatch(person -> person.displayName().matches("\\p{IsHan}+"));
        assertThat(PEOPLE).anyMatch(person -> person.displayName().matches("[\\p{IsHebrew} ']+"));
        assertThat(PEOPLE).anyMatch(person -> person.displayName().matches(".*[éèöüñłçå].*"));
        assertThat(PEOPLE)
                .anyMatch(person -> !person.userName().equals(person.userName().toLowerCase(Locale.ROOT)));
        assertThat(PEOPLE).allSatisfy(person -> {
            assertThat(person.profile().keySet()).isSubsetOf(Person.MAPPED);
            assertThat(person.profile().getJsonObject(Urn.ENTERPRISE_USER))
                    .containsKeys("employeeNumber", "department");
            assertThat(person.profile().getJsonArray("phoneNumbers").toString()).matches(".*\"\\+\\d{10,12}\".*");
        });
    }

    @Test
    void timeChangesAProfileAndNeverTheId() {
        List<Person> before = PEOPLE.subList(0, 100);
        List<Person> after = before.stream()
                .map(person -> new Population(1).changed(person, 9))
                .toList();
        assertThat(after)
                .extracting(Person::oktaId)
                .isEqualTo(before.stream().map(Person::oktaId).toList());
        assertThat(after).doesNotContainAnyElementsOf(before);
        assertThat(after).anyMatch(person -> !person.profile().containsKey("title"));
        assertThat(after.stream().map(Person::userName).toList())
                .isNotEqualTo(before.stream().map(Person::userName).toList());
    }

    @ParameterizedTest
    @CsvSource({"Łukasz, lukasz", "Strauß, strauss", "O'Brien, o'brien", "Åsa Lind, asalind", "健太郎, ''"})
    void userNamesAreAscii(String name, String ascii) {
        assertThat(Storable.ascii(name)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @CsvSource({"Ada😀, Ada", "𠮷田, 田", "李, 李"})
    void fourBytesAreDropped(String name, String kept) {
        assertThat(Storable.text(name)).isEqualTo(kept);
    }
}

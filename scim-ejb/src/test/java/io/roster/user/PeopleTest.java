package io.roster.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.ResourceCount;
import io.roster.persistence.Source;
import io.roster.persistence.TestDatabase;
import io.roster.persistence.ValueTable;
import io.roster.scim.schema.SchemaRegistry;
import io.roster.user.PeopleQuery.Sort;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEachDatabase
class PeopleTest {

    private static final PeopleQuery EVERYBODY = new PeopleQuery(null, null, null, null, Sort.NAME, false);

    @Parameter
    TestDatabase database;

    private int made;

    @BeforeEach
    void somePeople() {
        add("ada@acme.example", "Ada", "Lovelace", "countess@acme.example", true, Source.OKTA);
        add("Zoe", "zoe", "von Ärger", "z_o@acme.example", false, Source.OKTA);
        add("bob%", "Bob", "adams", "zxo@acme.example", true, Source.CONSOLE);
        add("สมชาย", "สมชาย", "ใจดี", "somchai@acme.example", false, Source.CONSOLE);
    }

    @Test
    void sortsByNameWithoutRegardToCase() {
        assertThat(names(EVERYBODY)).containsExactly("Ada Lovelace", "Bob adams", "zoe von Ärger", "สมชาย ใจดี");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, true, 'สมชาย, Zoe, bob%, ada@acme.example'",
        "USER_NAME, false, 'ada@acme.example, bob%, Zoe, สมชาย'",
        "MODIFIED, true, 'สมชาย, bob%, Zoe, ada@acme.example'",
    })
    void sorts(Sort sort, boolean descending, String userNames) {
        PeopleQuery query = new PeopleQuery(null, null, null, null, sort, descending);
        assertThat(page(query, 0, 10).people()).extracting(Person::getUserName).containsExactly(userNames.split(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "ada, 'Ada Lovelace, Bob adams'",
        "ADA@, Ada Lovelace",
        "countess, Ada Lovelace",
        "von ä, zoe von Ärger",
        "สม, สมชาย ใจดี",
        "bob%, Bob adams",
        "z_o, zoe von Ärger",
        "lace, ''",
        "!, ''",
        "%, ''",
    })
    void searchesWhatUserNameNameFamilyNameOrEmailBeginWith(String search, String names) {
        List<String> expected = names.isEmpty() ? List.of() : List.of(names.split(", "));
        assertThat(names(new PeopleQuery(search, null, null, null, Sort.NAME, false)))
                .isEqualTo(expected);
    }

    @Test
    void filtersByStateAndSource() {
        assertThat(names(new PeopleQuery(null, false, null, null, Sort.NAME, false)))
                .containsExactly("zoe von Ärger", "สมชาย ใจดี");
        assertThat(names(new PeopleQuery(null, true, Source.CONSOLE, null, Sort.NAME, false)))
                .containsExactly("Bob adams");
        assertThat(names(new PeopleQuery("z", false, Source.OKTA, null, Sort.NAME, false)))
                .containsExactly("zoe von Ärger");
    }

    @ParameterizedTest
    @CsvSource({"NAME, false", "NAME, true", "USER_NAME, false", "USER_NAME, true", "MODIFIED, false", "MODIFIED, true"
    })
    void pagesFollowEachOther(Sort sort, boolean descending) {
        for (int i = 0; i < 7; i++) {
            add("same" + i, "Same", "Name", "same@acme.example", true, Source.OKTA);
        }
        PeopleQuery query = new PeopleQuery(null, null, null, null, sort, descending);
        List<String> whole = ids(query, 0, 100);
        assertThat(whole).hasSize(11);
        for (int offset = 0; offset <= 12; offset++) {
            assertThat(ids(query, offset, 3)).isEqualTo(whole.subList(Math.min(offset, 11), Math.min(offset + 3, 11)));
        }
    }

    @Test
    void manyMatchesAreNotCountedToTheirEndAndListedInTheSameOrder() {
        database.run(entities -> {
            for (int i = 0; i <= People.COUNTED; i++) {
                JsonObject document = Json.createObjectBuilder()
                        .add("userName", "many%04d".formatted((i * 7) % (People.COUNTED + 1)))
                        .build();
                Person person = new Person("many-%04d".formatted(i), Source.OKTA, Instant.EPOCH);
                person.store(document.toString(), PersonIndex.of(document), Instant.EPOCH);
                entities.persist(person);
            }
        });
        for (PeopleQuery query : List.of(
                new PeopleQuery("many", null, null, null, Sort.NAME, false),
                new PeopleQuery("many", true, Source.OKTA, null, Sort.USER_NAME, false))) {
            PeoplePage page = page(query, 50, 50);
            assertThat(page).extracting("total", "exact").containsExactly(People.COUNTED, false);
            assertThat(page.people())
                    .extracting(Person::getUserName)
                    .startsWith("many0050", "many0051")
                    .endsWith("many0099");
        }
    }

    @Test
    void saysHowManyThereAre() {
        assertThat(page(EVERYBODY, 0, 2)).extracting("total", "exact").containsExactly(4, true);
        PeopleQuery active = new PeopleQuery(null, true, null, null, Sort.NAME, false);
        assertThat(page(active, 0, 10)).extracting("total", "exact").containsExactly(2, true);
        assertThat(page(active, 0, 1)).extracting("total", "exact").containsExactly(2, true);
        assertThat(page(active, 50, 1)).extracting("total", "exact").containsExactly(2, true);
    }

    @Test
    void costsTheSameForLongPages() throws Exception {
        assertThat(database.dataSource().statementsOf(() -> page(EVERYBODY, 0, 2)))
                .isEqualTo(3);
        assertThat(database.dataSource().statementsOf(() -> page(EVERYBODY, 0, 100)))
                .isEqualTo(3);
    }

    private void add(String userName, String given, String family, String email, boolean active, Source source) {
        JsonObject document = Json.createObjectBuilder()
                .add("userName", userName)
                .add("active", active)
                .add("name", Json.createObjectBuilder().add("givenName", given).add("familyName", family))
                .add(
                        "emails",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", email)))
                .build();
        Instant time = Instant.ofEpochSecond(++made);
        database.run(entities -> {
            Person person = new Person("id-%03d".formatted(made), source, time);
            person.store(document.toString(), PersonIndex.of(document), time);
            entities.persist(person);
            new ValueTable(database.dataSource(entities), UserListing.BINDINGS)
                    .update(SchemaRegistry.standard().user(), person.getId(), JsonValue.EMPTY_JSON_OBJECT, document);
            database.boundary(ResourceCount.class, entities).add("User", 1);
        });
    }

    private PeoplePage page(PeopleQuery query, int offset, int count) {
        return database.call(People.class, people -> people.page(query, offset, count));
    }

    private List<String> names(PeopleQuery query) {
        return page(query, 0, 10).people().stream().map(Person::getFullName).toList();
    }

    private List<String> ids(PeopleQuery query, int offset, int count) {
        return page(EVERYBODY, offset, count).people().stream()
                .map(Person::getId)
                .toList();
    }
}

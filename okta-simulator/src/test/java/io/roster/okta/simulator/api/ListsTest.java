package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of users: pages, filters and searches. Person 0 is Ada Park with extension 2137, the last one is deactivated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
    private static final int PEOPLE = 24;
    private final TestOkta okta = new TestOkta(PEOPLE);

    @BeforeAll
    void prepare() {
        okta.org.want(okta.person(PEOPLE - 1).with(Assignment.DEACTIVATED));
        okta.clock.pass(Duration.ofMinutes(1));
        okta.post(
                okta.user(0),
                "{\"profile\":{\"firstName\":\"Ada\",\"lastName\":\"Park\",\"telephonyExtension\":\"2137\"}}");
    }

    @AfterAll
    void stop() {
        okta.close();
    }

    @Test
    void pagesFollowTheOpaqueLinkAndHaveEverybodyOnceButTheDeactivated() {
        List<String> ids = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (String path = "/api/v1/users?limit=10"; path != null; ) {
            Answered page = okta.get(path);
            page.list().forEach(user -> ids.add(user.getString("id")));
            sizes.add(page.list().size());
            path = page.next();
        }
        assertThat(sizes).containsExactly(10, 10, 3);
        assertThat(ids)
                .doesNotHaveDuplicates()
                .doesNotContain(okta.person(PEOPLE - 1).oktaId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search | profile.telephonyExtension eq \"2137\" | 1",
                "search | profile.lastName eq \"PARK\" and profile.firstName sw \"a\" | 1",
                "search | profile.lastName eq \"Park\" and (profile.firstName eq \"x\" or status eq \"ACTIVE\") | 1",
                "search | status eq \"DEPROVISIONED\" | 1",
                "search | lastUpdated gt \"2026-03-01T10:00:30.000Z\" | 1",
                "search | lastUpdated gt \"2026-03-01T12:00:30.000+02:00\" | 1",
                "search | lastUpdated lt \"2026-03-01T10:00:30.000Z\" | 23",
                "search | profile.telephonyExtension pr | 1",
                "search | profile.login co \"@acme\" | 24",
                "search | profile.login ew \".example\" and not_an_attribute pr | E0000031",
                "search | profile.noSuchAttribute eq \"x\" | E0000031",
                "search | profile.lastName eq | E0000031",
                "search | profile.lastName eq Park | E0000031",
                "search | (profile.lastName pr | E0000031",
                "search | profile.lastName like \"x\" | E0000031",
                "filter | status eq \"ACTIVE\" | 23",
                "filter | profile.lastName eq \"Park\" | 1",
                "filter | profile.lastName sw \"Park\" | E0000031",
                "filter | profile.title eq \"x\" | E0000031",
                "q | Ada | 1",
            })
    void aListIsNarrowed(String parameter, String text, String expected) {
        Answered answer = okta.get("/api/v1/users?" + parameter + "="
                + java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8));
        if (expected.startsWith("E")) {
            assertThat(answer.errorCode()).isEqualTo(expected);
        } else {
            assertThat(answer.list()).hasSize(Integer.parseInt(expected));
        }
    }

    @Test
    void oneUserIsFoundByLoginAndById() {
        Person person = okta.person(3);
        for (String search :
                List.of("profile.login eq \"" + person.userName() + "\"", "id eq \"" + person.oktaId() + "\"")) {
            String path = "/api/v1/users?search=" + search.replace("\"", "%22");
            assertThat(okta.get(path).list()).map(user -> user.getString("id")).containsExactly(person.oktaId());
        }
    }

    @Test
    void aSearchIsSortedAndPaged() {
        List<String> names = new ArrayList<>();
        String path = "/api/v1/users?search=profile.lastName+pr&sortBy=profile.lastName&sortOrder=desc&limit=7";
        while (path != null) {
            Answered page = okta.get(path);
            for (JsonObject user : page.list()) {
                names.add(user.getJsonObject("profile").getString("lastName"));
            }
            path = page.next();
        }
        assertThat(names).hasSize(PEOPLE).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=nonsense", "after=MTA", "limit=0", "limit=x", "search=id+pr&filter=id+eq+%22x%22"})
    void aRequestThatCannotBeMeantIsRefused(String query) {
        assertThat(okta.get("/api/v1/users?" + query).status()).isEqualTo(400);
    }

    @Test
    void aSearchMayLagBehindWhatIsReadById() {
        try (TestOkta slow = new TestOkta(2, builder -> builder.searchDelay(Duration.ofSeconds(5)))) {
            slow.post(slow.user(0), "{\"profile\":{\"telephonyExtension\":\"77\"}}");
            String search = "/api/v1/users?search=profile.telephonyExtension+eq+%2277%22";
            assertThat(slow.get(slow.user(0)).profile().getString("telephonyExtension"))
                    .isEqualTo("77");
            assertThat(slow.get(search).list()).isEmpty();
            slow.clock.pass(Duration.ofSeconds(5));
            assertThat(slow.get(search).list()).hasSize(1);
        }
    }
}

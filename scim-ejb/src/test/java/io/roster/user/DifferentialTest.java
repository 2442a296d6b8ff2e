package io.roster.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.group.Groups;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.filter.SortBy;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Thousands of generated filters, and every order, over generated people: each database selects and orders as the matcher
 * in memory does, whether its indexes answer or the documents are matched, and pages of every kind add up to the whole.
 */
@OnEachDatabase
class DifferentialTest {

    private static final long SEED = 20_260_513;
    private static final int PEOPLE = 120;
    private static final int FILTERS = 1_000;
    private static final String BASE = "http://localhost/scim/v2";
    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t", "Okta", Scope.WRITE, null);
    private static final ResourceType TYPE = SchemaRegistry.standard().user();

    @Parameter
    TestDatabase database;

    private final Random random = new Random(SEED);
    private List<JsonObject> everybody;

    private void generate(int longestWord) {
        GeneratedPeople people = new GeneratedPeople(random, longestWord);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            JsonObject person = people.person(i);
            ids.add(database.call(Users.class, users -> users.create(OKTA, person, Preconditions.NONE))
                    .id());
        }
        for (String name : List.of("ada", "Ä", "😀")) {
            String members = ids.stream()
                    .filter(id -> random.nextInt(3) == 0)
                    .map(id -> "{\"value\":\"" + id + "\"}")
                    .collect(Collectors.joining(","));
            JsonObject group = Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],"
                    + "\"displayName\":\"" + name + "\",\"members\":[" + members + "]}");
            database.call(Groups.class, groups -> groups.create(OKTA, group, Preconditions.NONE));
        }
        everybody = documents(page(Map.of("count", "1000")));
    }

    @Test
    void filtersSelectWhatTheMatcherSelects() {
        generate(1_000);
        GeneratedFilters filters = new GeneratedFilters(random, TYPE, everybody);
        int found = 0;
        for (int i = 0; i < FILTERS; i++) {
            String filter = filters.filter(random.nextInt(4));
            BoundFilter bound = BoundFilter.of(filter, TYPE);
            List<String> expected = ids(everybody.stream()
                    .filter(person -> JsonMatcher.matches(bound, person))
                    .toList());
            ResourcePage page = page(Map.of("filter", filter, "count", "1000"));
            assertThat(ids(documents(page))).as("filter %d: %s", i, filter).isEqualTo(expected);
            assertThat(page.totalResults()).as(filter).isEqualTo(expected.size());
            found += expected.isEmpty() || expected.size() == PEOPLE ? 0 : 1;
        }
        // Filters that select all or nobody prove little.
        assertThat(found).isGreaterThan(FILTERS / 4);
    }

    @Test
    void ordersAreThoseOfTheComparator() {
        generate(150);
        GeneratedFilters filters = new GeneratedFilters(random, TYPE, everybody);
        int sorted = 0;
        for (AttributePath path : GeneratedFilters.paths(TYPE)) {
            for (String order : List.of("ascending", "descending")) {
                String filter = random.nextBoolean() ? "id pr" : filters.filter(1);
                sorted += comparesAs(path.notation(), order, filter) ? 1 : 0;
            }
        }
        assertThat(sorted).isGreaterThan(100);
    }

    private boolean comparesAs(String sortBy, String order, String filter) {
        Map<String, String> parameters = Map.of("sortBy", sortBy, "sortOrder", order, "filter", filter);
        try {
            SortBy by = SortBy.of(sortBy, order, TYPE);
            BoundFilter bound = BoundFilter.of(filter, TYPE);
            List<String> expected = ids(everybody.stream()
                    .filter(person -> JsonMatcher.matches(bound, person))
                    .sorted(by.comparator())
                    .toList());
            String query = sortBy + " " + order + " " + filter;
            assertThat(byIndex(parameters, 1000)).as(query).isEqualTo(expected);
            assertThat(byIndex(parameters, 31)).as("pages of %s", query).isEqualTo(expected);
            assertThat(byCursor(parameters, 31)).as("cursors of %s", query).isEqualTo(expected);
            assertThat(jumped(parameters, 47, expected.size()))
                    .as("jumps of %s", query)
                    .isEqualTo(expected);
            return true;
        } catch (ScimException e) {
            assertThat(e.scimType()).as(sortBy).isEqualTo("invalidValue");
            return false;
        }
    }

    private List<String> byIndex(Map<String, String> parameters, int count) {
        List<String> found = new ArrayList<>();
        ResourcePage page;
        do {
            Map<String, String> asked = new HashMap<>(parameters);
            asked.put("count", String.valueOf(count));
            asked.put("startIndex", String.valueOf(found.size() + 1));
            page = page(asked);
            found.addAll(ids(documents(page)));
        } while (found.size() < page.totalResults() && !page.resources().isEmpty());
        return found;
    }

    /** From the last page to the first, so that no walk is remembered. */
    private List<String> jumped(Map<String, String> parameters, int count, int total) {
        List<String> found = new ArrayList<>();
        for (int start = total - total % count; start >= 0; start -= count) {
            Map<String, String> asked = new HashMap<>(parameters);
            asked.put("count", String.valueOf(count));
            asked.put("startIndex", String.valueOf(start + 1));
            found.addAll(0, ids(documents(page(asked))));
        }
        return found;
    }

    private List<String> byCursor(Map<String, String> parameters, int count) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Map<String, String> asked = new HashMap<>(parameters);
            asked.put("count", String.valueOf(count));
            asked.put("cursor", cursor);
            ResourcePage page = page(asked);
            found.addAll(ids(documents(page)));
            cursor = page.nextCursor();
        }
        return found;
    }

    private ResourcePage page(Map<String, String> parameters) {
        SearchRequest request = SearchRequest.parse(parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue()))));
        return database.call(Users.class, users -> users.list(OKTA, request, true, BASE));
    }

    private static List<JsonObject> documents(ResourcePage page) {
        return page.resources().stream()
                .map(person -> Documents.parse(person.toJson(BASE)))
                .toList();
    }

    private static List<String> ids(List<JsonObject> people) {
        return people.stream().map(person -> person.getString("id")).toList();
    }
}

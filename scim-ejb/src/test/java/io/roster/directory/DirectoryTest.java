package io.roster.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.group.Groups;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.SearchRequest;
import io.roster.user.Users;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages over several resource types add up to the whole list, where only some of them have what is sorted by too. */
@OnEachDatabase
class DirectoryTest {

    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t", "Okta", Scope.WRITE, null);

    @Parameter
    TestDatabase database;

    /** Groups are made before, between and after people, so that neither type has the smaller ids. */
    @BeforeEach
    void resources() {
        group("g1");
        user("u3", "g2a");
        group("g2");
        user("u1", null);
        user("u2", "a");
        group("g3");
    }

    private void user(String userName, String displayName) {
        String display = displayName == null ? "" : ",\"displayName\":\"" + displayName + "\"";
        JsonObject body =
                Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\""
                        + userName + "\"" + display + "}");
        database.call(Users.class, users -> users.create(OKTA, body, Preconditions.NONE));
    }

    private void group(String displayName) {
        JsonObject body =
                Documents.parse("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\""
                        + displayName + "\"}");
        database.call(Groups.class, groups -> groups.create(OKTA, body, Preconditions.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', u3 u1 u2 g1 g2 g3",
        "userName, ascending, u1 u2 u3 g1 g2 g3",
        "userName, descending, g1 g2 g3 u3 u2 u1",
        "displayName, ascending, u2 g1 g2 u3 g3 u1",
        "displayName, descending, u1 g3 u3 g2 g1 u2",
    })
    void pagesAddUpToTheWholeList(String sortBy, String sortOrder, String expected) {
        for (int count : List.of(1, 2, 4, 10)) {
            assertThat(byCursor(sortBy, sortOrder, count))
                    .as("cursors of %d", count)
                    .isEqualTo(expected);
            assertThat(byIndex(sortBy, sortOrder, count))
                    .as("pages of %d", count)
                    .isEqualTo(expected);
        }
    }

    private String byCursor(String sortBy, String sortOrder, int count) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ResourcePage page = page(sortBy, sortOrder, count, "cursor", cursor);
            found.addAll(names(page));
            cursor = page.nextCursor();
        }
        return String.join(" ", found);
    }

    private String byIndex(String sortBy, String sortOrder, int count) {
        List<String> found = new ArrayList<>();
        for (int start = 1; start <= 6; start += count) {
            found.addAll(names(page(sortBy, sortOrder, count, "startIndex", String.valueOf(start))));
        }
        return String.join(" ", found);
    }

    private ResourcePage page(String sortBy, String sortOrder, int count, String way, String place) {
        Map<String, String> parameters = new HashMap<>(Map.of("count", String.valueOf(count), way, place));
        parameters.put("sortBy", sortBy);
        parameters.put("sortOrder", sortOrder);
        SearchRequest request = SearchRequest.parse(parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue()))));
        return database.call(
                Directory.class,
                directory -> directory.search(OKTA, request, type -> false, "http://localhost/scim/v2"));
    }

    private static List<String> names(ResourcePage page) {
        return page.resources().stream()
                .map(resource -> Documents.parse(resource.document()))
                .map(document -> document.getString("userName", document.getString("displayName", "")))
                .toList();
    }
}

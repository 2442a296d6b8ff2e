package io.roster.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.persistence.Documents;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each filter finds the people whose documents match it, whether an index answers, or the documents, or both in part. */
@OnEachDatabase
class UserFiltersTest {

    private static final String BASE = "http://localhost/scim/v2";
    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t", "Okta", Scope.WRITE, null);

    @Parameter
    TestDatabase database;

    @BeforeEach
    void people() {
        create("""
                {"userName":"Ada@acme.example","externalId":"00u1","displayName":"Ada Park","title":"100% (a_b)",
                 "name":{"givenName":"Ada","familyName":"Park"},
                 "emails":[{"value":"Ada@acme.example","type":"work","primary":true},{"value":"ada@home.example","type":"home"}],
                 "phoneNumbers":[{"value":"+1 415 555 0137","type":"work"}]}""");
        create("""
                {"userName":"bob!_%\\\\@acme.example","active":false,
                 "emails":[{"value":"bob@home.example","type":"home","primary":true}]}""");
        create("{\"userName\":\"ใจดี\",\"externalId\":\"00U1\",\"displayName\":\"ÄRGER\",\"title\":\"100x (a-b)\"}");
    }

    private void create(String attributes) {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]," + attributes.substring(1);
        database.call(Users.class, users -> users.create(OKTA, Documents.parse(body), Preconditions.NONE));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/user-filters.csv", delimiter = '|', quoteCharacter = '`')
    void findsWhoseDocumentsMatch(String filter, String userNames) {
        List<JsonObject> found = list(filter);
        assertThat(found.stream()
                        .map(person -> person.getString("userName").substring(0, 3))
                        .toList())
                .containsExactlyElementsOf(
                        userNames == null
                                ? List.of()
                                : List.of(userNames.strip().split(" +")));
        BoundFilter bound = BoundFilter.of(filter, SchemaRegistry.standard().user());
        assertThat(list("id pr").stream()
                        .filter(person -> JsonMatcher.matches(bound, person))
                        .toList())
                .isEqualTo(found);
    }

    private List<JsonObject> list(String filter) {
        SearchRequest request = SearchRequest.parse(Map.of("filter", List.of(filter)));
        List<StoredResource> found = database.call(Users.class, users -> users.list(OKTA, request, true, BASE))
                .resources();
        return found.stream()
                .map(person -> Documents.parse(person.toJson(BASE)))
                .toList();
    }
}

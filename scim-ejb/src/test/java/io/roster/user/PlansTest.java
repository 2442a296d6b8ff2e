package io.roster.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.access.Caller;
import io.roster.access.Scope;
import io.roster.group.Groups;
import io.roster.persistence.Documents;
import io.roster.persistence.ExplainingDataSource;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.SearchRequest;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;

/** Filters run on indexes: the plans of both databases show no table that is read whole. */
@OnEachDatabase
class PlansTest {

    private static final int PEOPLE = 1_000;
    private static final String BASE = "http://localhost/scim/v2";
    private static final Caller OKTA = new Caller(Caller.Kind.TOKEN, "t", "Okta", Scope.WRITE, null);
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final List<String> OF_PEOPLE = List.of(
            "userName eq \"u77\"",
            "userName sw \"u77\"",
            "externalId eq \"x77\"",
            "displayName eq \"d77\"",
            "title eq \"t77\"",
            "title sw \"t77\"",
            "title co \"77\"",
            "title gt \"t990\"",
            "name.familyName eq \"f77\"",
            "profileUrl eq \"https://acme.example/77\"",
            ENTERPRISE + ":department eq \"d77\"",
            "emails eq \"u77@acme.example\"",
            "emails.value eq \"u77@acme.example\"",
            "emails.value co \"77@\"",
            "emails[type eq \"work\" and value eq \"u77@acme.example\"]",
            "phoneNumbers.value eq \"+1 77\"",
            "phoneNumbers[value ew \" 77\"]",
            "roles.value eq \"r77\"",
            "entitlements[value eq \"x77\" and type eq \"License\"]",
            "addresses[locality eq \"c77\" and type eq \"work\"]",
            "addresses.locality eq \"c77\"",
            "groups.display eq \"g77\"",
            "title eq \"t77\" and emails.value eq \"u77@acme.example\"",
            "title eq \"t77\" or nickName eq \"n78\"",
            "meta.lastModified gt \"2199-01-01T00:00:00Z\"");

    private static final List<String> OF_GROUPS = List.of(
            "displayName eq \"g77\"",
            "displayName sw \"g77\"",
            "externalId eq \"x77\"",
            "members.value eq \"%s\"",
            "members[value eq \"%s\" and type eq \"User\"]",
            "members[display eq \"d77\"]",
            "members.$ref eq \"http://localhost/scim/v2/Users/%s\"");

    @Parameter
    TestDatabase database;

    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void people() {
        for (int i = 0; i < PEOPLE; i++) {
            JsonObject person = person(i);
            ids.add(database.call(Users.class, users -> users.create(OKTA, person, Preconditions.NONE))
                    .id());
        }
        for (int i = 0; i < PEOPLE / 5; i++) {
            JsonObject group = Documents.parse("""
                    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"g%d","externalId":"x%d",
                     "members":[{"value":"%s"},{"value":"%s"}]}""".formatted(i, i, ids.get(i), ids.get(i + 7)));
            database.call(Groups.class, groups -> groups.create(OKTA, group, Preconditions.NONE));
        }
        ExplainingDataSource.analyze(database);
    }

    private static JsonObject person(int i) {
        return Documents.parse("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"u%1$d","externalId":"x%1$d",
                 "displayName":"d%1$d","title":"t%1$d","nickName":"n%1$d","userType":"y%1$d","locale":"l%1$d",
                 "name":{"familyName":"f%1$d","givenName":"g%1$d"},"profileUrl":"https://acme.example/%1$d",
                 "emails":[{"value":"u%1$d@acme.example","type":"work","primary":true,"display":"e%1$d"}],
                 "phoneNumbers":[{"value":"+1 %1$d","type":"work"}],
                 "roles":[{"value":"r%1$d"}],"entitlements":[{"value":"x%1$d","type":"License"}],
                 "addresses":[{"locality":"c%1$d","type":"work"}],
                 "%2$s":{"department":"d%1$d","employeeNumber":"%1$d"}}""".formatted(i, ENTERPRISE));
    }

    @TestFactory
    Stream<DynamicTest> filtersRunOnIndexes() {
        return Stream.concat(
                OF_PEOPLE.stream()
                        .map(filter ->
                                test(filter, Users.class, (users, request) -> users.list(OKTA, request, false, BASE))),
                OF_GROUPS.stream()
                        .map(filter -> test(
                                filter.formatted(ids.get(77)),
                                Groups.class,
                                (groups, request) -> groups.list(OKTA, request, false, BASE))));
    }

    private <B> DynamicTest test(String filter, Class<B> type, Listing<B> listing) {
        return DynamicTest.dynamicTest(filter, () -> assertNoTableIsReadWhole(filter, type, listing));
    }

    private interface Listing<B> {
        ResourcePage list(B boundary, SearchRequest request);
    }

    private <B> void assertNoTableIsReadWhole(String filter, Class<B> type, Listing<B> listing) {
        SearchRequest request = SearchRequest.parse(Map.of("filter", List.of(filter), "count", List.of("20")));
        ExplainingDataSource explaining = new ExplainingDataSource(database);
        B boundary = database.inTransaction(entities -> database.boundaries(entities)
                .with(DataSource.class, explaining.dataSource())
                .get(type));
        int found = listing.list(boundary, request).totalResults();
        assertThat(found).as(filter).isLessThan(PEOPLE / 10);
        assertThat(explaining.tablesReadWhole())
                .as("%s%n%s", filter, explaining.plans())
                .isEmpty();
    }
}

package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorted lists, queries as bodies and queries over all resource types (RFC 7644 sections 3.4.2.1, 3.4.2.3 and 3.4.3). */
@OnEachRoster
class SearchIT {
    @Parameter
    SharedRoster roster;

    private ScimClient okta;
    private String marker;

    @BeforeEach
    void resources() {
        okta = roster.client();
        marker = Names.unique("search");
        for (String name : List.of("c", "a", "d")) {
            okta.post("/Users", person(name, ",\"displayName\":\"" + marker + name + "\""))
                    .is(201);
        }
        okta.post("/Users", person("x", "")).is(201);
        for (String name : List.of("b", "e")) {
            okta.post("/Groups", Samples.group(marker + name)).is(201);
        }
    }

    private String person(String name, String more) {
        return Samples.user(marker + name, "\"emails\":[{\"value\":\"%s@acme.example\"}]%s".formatted(name, more));
    }

    private static String body(String members) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]," + members + "}";
    }

    private String filter(String attribute) {
        return "\"filter\":\"" + attribute + " sw \\\"" + marker + "\\\"\"";
    }

    private List<String> names(Answer page, String attribute) {
        return page.is(200).resources().getValuesAs(resource -> resource.asJsonObject()
                .getString(attribute, "-")
                .replace(marker, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "userName,, a c d x",
        "USERNAME, Ascending, a c d x",
        "userName, descending, x d c a",
        "displayName, ascending, a c d x",
        "displayName, descending, x d c a",
        "urn:ietf:params:scim:schemas:core:2.0:User:displayName, descending, x d c a",
        "nickName, descending, c a d x",
        "emails, ascending, a c d x",
    })
    void sorts(String sortBy, String sortOrder, String expected) {
        String query = "/Users?filter=" + ScimClient.encode("userName sw \"" + marker + "\"") + "&sortBy=" + sortBy
                + (sortOrder == null ? "" : "&sortOrder=" + sortOrder);
        assertThat(names(okta.get(query), "userName")).containsExactly(expected.split(" "));
        List<String> paged = new ArrayList<>();
        for (int start = 1; start <= 4; start++) {
            paged.addAll(names(okta.get(query + "&count=1&startIndex=" + start), "userName"));
        }
        assertThat(paged).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"sortBy=nothing", "sortBy=name", "sortBy=password", "sortBy=groups", "sortBy=userName&sortOrder=up"})
    void whatCannotBeSortedByIsRefused(String query) {
        okta.get("/Users?" + query).is(400, "invalidValue");
    }

    @Test
    void searchesByBodyAsByAddress() {
        Answer found = okta.post(
                "/Users/.search",
                body(filter("userName")
                        + ",\"attributes\":[\"userName\",\"displayName\"],\"sortBy\":\"userName\",\"sortOrder\":\"descending\","
                        + "\"startIndex\":2,\"count\":2"));
        assertThat(names(found, "userName")).containsExactly("d", "c");
        assertThat(found.total()).isEqualTo(4);
        assertThat(found.json().getInt("startIndex")).isEqualTo(2);
        JsonObject first = found.resources().getJsonObject(0);
        assertThat(first.keySet()).containsExactlyInAnyOrder("schemas", "id", "userName", "displayName");
        Answer groups =
                okta.post("/Groups/.search", body(filter("displayName") + ",\"excludedAttributes\":[\"members\"]"));
        assertThat(names(groups, "displayName")).containsExactly("b", "e");
        assertThat(groups.resources().getJsonObject(0).containsKey("members")).isFalse();
    }

    @Test
    void cursorsGoThroughBodiesToo() {
        String query = filter("userName") + ",\"sortBy\":\"userName\",\"count\":3,\"cursor\":";
        Answer first = okta.post("/Users/.search", body(query + "\"\""));
        assertThat(names(first, "userName")).containsExactly("a", "c", "d");
        Answer last = okta.post("/Users/.search", body(query + "\"" + first.at("/nextCursor") + "\""));
        assertThat(names(last, "userName")).containsExactly("x");
        assertThat(last.has("/nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"]}",
                "{\"schemas\":\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"}",
                "[]",
                "",
            })
    void bodiesThatAreNoSearchAreRefused(String body) {
        okta.post("/Users/.search", body).is(400, "invalidSyntax");
        okta.post("/.search", body).is(400, "invalidSyntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"count\":\"many\"",
                "\"count\":{}",
                "\"startIndex\":1.5",
                "\"attributes\":[1,{}]",
                "\"attributes\":[\"id\"],\"excludedAttributes\":[\"name\"]",
                "\"startIndex\":1,\"cursor\":\"\"",
                "\"count\":1e9",
            })
    void parametersThatAreWrongAreRefused(String members) {
        okta.post("/Users/.search", body(members)).is(400, "invalidValue");
    }

    @Test
    void aWrongFilterIsRefusedInABodyToo() {
        for (String endpoint : List.of("/.search", "/Users/.search", "/Groups/.search")) {
            okta.post(endpoint, body("\"filter\":\"userName regex 5\"")).is(400, "invalidFilter");
        }
    }

    @Test
    void theRootSearchesAllTypes() {
        String filter = ScimClient.encode("userName sw \"" + marker + "\" or displayName sw \"" + marker
                + "\" and meta.resourceType eq \"Group\"");
        Answer found = okta.get("?filter=" + filter);
        assertThat(found.total()).isEqualTo(6);
        assertThat(found.resources()
                        .getValuesAs(resource ->
                                resource.asJsonObject().getJsonObject("meta").getString("resourceType")))
                .containsExactly("User", "User", "User", "User", "Group", "Group");
        assertThat(names(okta.get("?filter=" + filter + "&startIndex=4&count=2"), "displayName"))
                .containsExactly("-", "b");
        assertThat(okta.get("/?filter=" + filter + "&count=0").is(200).total()).isEqualTo(6);
    }

    @Test
    void theRootSortsAllTypesTogether() {
        String query = filter("displayName") + ",\"sortBy\":\"displayName\",\"attributes\":[\"displayName\"]";
        Answer found = okta.post("/.search", body(query));
        assertThat(names(found, "displayName")).containsExactly("a", "b", "c", "d", "e");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = okta.post("/.search", body(query + ",\"count\":2,\"cursor\":\"" + cursor + "\""));
            paged.addAll(names(page, "displayName"));
            cursor = page.json().getString("nextCursor", null);
        }
        assertThat(paged).containsExactly("a", "b", "c", "d", "e");
        assertThat(names(
                        okta.post(
                                "/.search", body(query + ",\"sortOrder\":\"descending\",\"startIndex\":2,\"count\":3")),
                        "displayName"))
                .containsExactly("d", "c", "b");
    }

    @Test
    void whatATypeDoesNotHaveHasNoValueThere() {
        String groups = "displayName sw \"" + marker + "\" and not (userName pr)";
        assertThat(names(okta.filter("/", groups), "displayName")).containsExactly("b", "e");
        String differs = "displayName sw \"" + marker + "\" and userName ne \"" + marker + "a\"";
        assertThat(names(okta.filter("/", differs), "displayName")).containsExactly("c", "d", "b", "e");
        okta.filter("/", "nothing pr").is(400, "invalidFilter");
        okta.filter("/", "userName gt 5").is(400, "invalidFilter");
    }
}

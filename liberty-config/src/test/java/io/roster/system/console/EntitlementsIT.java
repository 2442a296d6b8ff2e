package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator adds in the console, Okta discovers, and gives to people. */
@OnEachRoster
class EntitlementsIT {
    private static final String ROLE_SCHEMA = "urn:okta:scim:schemas:core:1.0:Role";
    private static final String ENTITLEMENT_SCHEMA = "urn:okta:scim:schemas:core:1.0:Entitlement";

    private static String role;
    private static String license;

    @Parameter
    SharedRoster roster;

    ScimClient okta;

    @BeforeParameterizedClassInvocation
    static void anAdministratorAddsARoleAndALicence(SharedRoster roster) {
        role = Names.unique("phone-admin");
        license = Names.unique("x6");
        try (Browser browser = Browser.open(roster.server())) {
            browser.visit("people").signIn();
            add(browser, "role", "Phone administrator", role, "Sets up phones");
            add(browser, "license", "X6 seat", license, "");
        }
    }

    private static void add(Browser browser, String page, String name, String id, String description) {
        browser.visit(page)
                .type("[id='form:name']", name)
                .type("[id='form:id']", id)
                .type("[id='form:description']", description)
                .click("[id='form:save']")
                .untilPage(".*/admin/" + page + "s");
    }

    @BeforeEach
    void client() {
        okta = roster.client();
    }

    @Test
    void everyResourceTypeThatIsAnnouncedIsServed() {
        List<JsonObject> types = okta.get("/ResourceTypes").is(200).resources().getValuesAs(JsonObject.class);
        assertThat(types)
                .extracting(type -> type.getString("id") + type.getString("endpoint") + " " + type.getString("schema"))
                .contains("Role/Roles " + ROLE_SCHEMA, "License/Licenses " + ENTITLEMENT_SCHEMA);
        List<String> schemas = okta.get("/Schemas").is(200).ids();
        for (JsonObject type : types) {
            assertThat(schemas).contains(type.getString("schema"));
            Answer list = okta.get(type.getString("endpoint") + "?startIndex=1&count=100")
                    .is(200);
            assertThat(list.json().getInt("itemsPerPage"))
                    .isEqualTo(list.resources().size());
            assertThat(list.resources().getValuesAs(JsonObject.class)).allSatisfy(resource -> assertThat(
                            resource.getJsonArray("schemas").getString(0))
                    .isEqualTo(type.getString("schema")));
        }
    }

    @Test
    void aRoleLooksAsOktaReadsIt() {
        JsonObject read = okta.get("/Roles/" + role).is(200).json();
        assertThat(read).containsOnlyKeys("schemas", "id", "displayName", "description", "meta");
        assertThat(read.getJsonArray("schemas").getString(0)).isEqualTo(ROLE_SCHEMA);
        assertThat(read.getString("id")).isEqualTo(role);
        assertThat(read.getString("displayName")).isEqualTo("Phone administrator");
        assertThat(read.getJsonObject("meta").getString("resourceType")).isEqualTo("Role");
        assertThat(okta.get("/Roles").resources()).contains(read);
    }

    @Test
    void aLicenceLooksAsOktaReadsIt() {
        JsonObject read = okta.get("/Licenses/" + license).is(200).json();
        assertThat(read).containsOnlyKeys("schemas", "id", "type", "displayName", "meta");
        assertThat(read.getJsonArray("schemas").getString(0)).isEqualTo(ENTITLEMENT_SCHEMA);
        assertThat(read.getString("type")).isEqualTo("License");
        assertThat(okta.get("/Licenses").resources()).contains(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id eq \"%s\"",
                "displayName eq \"PHONE administrator\" and id eq \"%s\"",
                "description co \"phones\" and id eq \"%s\"",
                "meta.resourceType eq \"Role\" and id eq \"%s\""
            })
    void listsAreFilteredAndProjected(String filter) {
        Answer list = okta.get("/Roles?attributes=displayName&filter=" + ScimClient.encode(filter.formatted(role)))
                .is(200);
        assertThat(list.total()).isEqualTo(1);
        assertThat(list.resources().getJsonObject(0)).containsOnlyKeys("schemas", "id", "displayName");
    }

    @Test
    void aSearchByBodySortsAndPages() {
        Answer found = okta.post("/Roles/.search", """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "filter":"id eq \\"%s\\"","sortBy":"displayName","attributes":["displayName"],"count":10}""".formatted(role)).is(200);
        assertThat(found.ids()).containsExactly(role);
        assertThat(found.resources().getJsonObject(0)).containsOnlyKeys("schemas", "id", "displayName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Roles", "/Licenses"})
    void anEmptyListAndAPagePastTheEndHaveEmptyResources(String path) {
        assertThat(okta.filter(path, "id eq \"nothing-of-that-name\"").is(200).resources())
                .isEmpty();
        Answer past = okta.get(path + "?startIndex=1000").is(200);
        assertThat(past.resources()).isEmpty();
        assertThat(past.total()).isEqualTo(okta.get(path + "?count=0").total()).isPositive();
        okta.filter(path, "userName eq \"x\"").is(400, "invalidFilter");
    }

    @Test
    void whoKnowsTheVersionGetsNoBody() {
        Answer read = okta.get("/Roles/" + role).is(200);
        String etag = read.header("ETag").orElseThrow();
        assertThat(read.at("/meta/version")).isEqualTo(etag);
        okta.with("If-None-Match", etag).get("/Roles/" + role).is(304);
    }

    @ParameterizedTest
    @CsvSource({"/Roles", "/Roles/x", "/Licenses", "/Licenses/x"})
    void nothingOfItCanBeWritten(String path) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Answer answer = okta.send(method, path, "{}".getBytes()).is(405);
            assertThat(answer.header("Allow"))
                    .hasValueSatisfying(
                            allowed -> assertThat(allowed).contains("GET").doesNotContain(method));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X6", "%22", "00000000-0000-7000-8000-000000000000", "%C3%A9"})
    void whatIsNotThereIs404(String id) {
        okta.get("/Roles/" + id).is(404);
        okta.get("/Licenses/" + id).is(404);
    }

    @Test
    void whatPeopleAreGivenIsKeptAsSent() {
        String given = """
                "roles":[{"value":"%s","display":"Phone administrator"},{"value":"unknown-%1$s"}],
                "entitlements":[{"value":"%s","display":"X6 seat","type":"License"}]""".formatted(role, license);
        Answer person =
                okta.post("/Users", Samples.user(Names.unique("given"), given)).is(201);
        assertThat(person.at("/roles"))
                .isEqualTo("[{\"value\":\"%s\",\"display\":\"Phone administrator\"},{\"value\":\"unknown-%1$s\"}]"
                        .formatted(role));
        // The seat itself comes in a while, perhaps before this.
        Answer again = okta.put("/Users/" + person.id(), person.text()).is(200);
        assertThat(again.at("/roles")).isEqualTo(person.at("/roles"));
        assertThat(again.at("/entitlements")).isEqualTo(person.at("/entitlements"));
        assertThat(okta.filter("/Users", "roles.value eq \"%s\"".formatted(role.toUpperCase()))
                        .ids())
                .containsExactly(person.id());
        assertThat(okta.filter("/Users", "entitlements[type eq \"License\" and value eq \"%s\"]".formatted(license))
                        .ids())
                .containsExactly(person.id());
        Answer without = okta.patch(
                        "/Users/" + person.id(),
                        "{\"op\":\"remove\",\"path\":\"roles[value eq \\\"%s\\\"]\"},".formatted(role)
                                + "{\"op\":\"add\",\"path\":\"entitlements\",\"value\":[{\"value\":\"%s\"}]}"
                                        .formatted(role))
                .is(200);
        assertThat(without.at("/roles/0/value")).isEqualTo("unknown-" + role);
        assertThat(without.at("/entitlements/1")).isEqualTo("{\"value\":\"%s\"}".formatted(role));
        okta.delete("/Users/" + person.id()).is(204);
    }
}

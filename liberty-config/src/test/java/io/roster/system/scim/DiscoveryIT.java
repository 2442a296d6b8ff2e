package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 section 4: what the server says of itself, and that it may only be read. */
@OnEachRoster
class DiscoveryIT {
    @Parameter
    SharedRoster roster;

    @Test
    void announcesWhatIsThereAndTheLimitsOfWhatIsNot() {
        Answer config = roster.client().get("/ServiceProviderConfig").is(200);
        assertThat(config.at("/patch/supported")).isEqualTo("true");
        assertThat(config.at("/etag/supported")).isEqualTo("true");
        assertThat(config.at("/filter/supported")).isEqualTo("true");
        assertThat(config.json().getJsonObject("filter").getInt("maxResults")).isPositive();
        assertThat(config.at("/bulk/supported")).isEqualTo("true");
        assertThat(config.json().getJsonObject("bulk").getInt("maxOperations")).isPositive();
        assertThat(config.json().getJsonObject("bulk").getInt("maxPayloadSize")).isPositive();
        assertThat(config.json().getJsonArray("authenticationSchemes")).isNotEmpty();
    }

    @Test
    void sortsWhenItSaysSo() {
        boolean announced = roster.client()
                .get("/ServiceProviderConfig")
                .at("/sort/supported")
                .equals("true");
        List<String> names = roster.client()
                .get("/Users?sortBy=userName&sortOrder=descending&count=50")
                .is(200)
                .resources()
                .getValuesAs(user -> user.asJsonObject().getString("userName").toLowerCase());
        if (announced) {
            assertThat(names).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }

    @Test
    void everythingHasAVersionAndIsNotSentAgain() {
        ScimClient client = roster.client();
        List<String> paths = Stream.of("/ResourceTypes", "/Schemas")
                .flatMap(list -> client.get(list).is(200).ids().stream().map(id -> list + "/" + id))
                .toList();
        for (String path : Stream.concat(Stream.of("/ServiceProviderConfig"), paths.stream())
                .toList()) {
            Answer read = client.get(path).is(200);
            String version = read.header("ETag").orElseThrow();
            assertThat(client.get(path).header("ETag")).contains(version);
            Answer unchanged = client.with("If-None-Match", version).get(path).is(304);
            assertThat(unchanged.header("ETag")).contains(version);
            client.with("If-None-Match", "W/\"0\"").get(path).is(200);
            client.with("If-Match", version).get(path).is(200);
            client.with("If-Match", "W/\"0\"").get(path).is(412);
        }
        for (JsonValue schema : client.get("/Schemas").resources()) {
            String id = schema.asJsonObject().getString("id");
            assertThat(client.get("/Schemas/" + id).json()).isEqualTo(schema);
        }
    }

    @ParameterizedTest
    @CsvSource({"/ResourceTypes,User,/Users", "/ResourceTypes,Group,/Groups"})
    void resourceTypesAreListedAndReadById(String path, String id, String endpoint) {
        Answer list = roster.client().get(path).is(200);
        assertThat(list.total()).isEqualTo(list.resources().size());
        assertThat(list.resources().getValuesAs(type -> type.asJsonObject().getString("name")))
                .contains(id);
        Answer one = roster.client().get(path + "/" + id).is(200);
        assertThat(one.at("/endpoint")).isEqualTo(endpoint);
        assertThat(list.resources().getValuesAs(JsonObject.class)).contains(one.json());
    }

    @Test
    void theUserTypeNamesItsExtensions() {
        Answer user = roster.client().get("/ResourceTypes/User");
        assertThat(user.json()
                        .getJsonArray("schemaExtensions")
                        .getValuesAs(extension -> extension.asJsonObject().getString("schema")))
                .containsExactlyInAnyOrder(Samples.ENTERPRISE_SCHEMA, Samples.TELEPHONY_SCHEMA);
    }

    @Test
    void schemasAreListedAndReadById() {
        Answer list = roster.client().get("/Schemas").is(200);
        assertThat(list.ids())
                .contains(
                        Samples.USER_SCHEMA,
                        "urn:ietf:params:scim:schemas:core:2.0:Group",
                        Samples.ENTERPRISE_SCHEMA,
                        Samples.TELEPHONY_SCHEMA);
        for (JsonObject schema : list.resources().getValuesAs(JsonObject.class)) {
            Answer one =
                    roster.client().get("/Schemas/" + schema.getString("id")).is(200);
            assertThat(one.json()).isEqualTo(schema);
        }
    }

    @Test
    void telephonyIsReadOnly() {
        Answer schema =
                roster.client().get("/Schemas/" + Samples.TELEPHONY_SCHEMA).is(200);
        List<JsonObject> attributes = schema.json().getJsonArray("attributes").getValuesAs(JsonObject.class);
        assertThat(attributes)
                .extracting(attribute -> attribute.getString("name"))
                .containsExactlyInAnyOrder("extension", "phoneNumber", "licenses", "serviceStatus");
        assertThat(attributes)
                .extracting(attribute -> attribute.getString("mutability"))
                .containsOnly("readOnly");
    }

    @Test
    void eachWayToAuthenticateIsDescribed() {
        Answer config = roster.client().get("/ServiceProviderConfig").is(200);
        assertThat(config.json().getJsonArray("authenticationSchemes").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(scheme -> assertThat(scheme).containsKeys("type", "name", "description"))
                .extracting(scheme -> scheme.getString("type"))
                .isSubsetOf("oauth", "oauth2", "oauthbearertoken", "httpbasic", "httpdigest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ServiceProviderConfig", "/ResourceTypes", "/Schemas"})
    void filtersAreForbidden(String path) {
        roster.client().filter(path, "id pr").is(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ServiceProviderConfig", "/ResourceTypes", "/Schemas"})
    void queryParametersAreTolerated(String path) {
        roster.client().get(path + "?startIndex=1&count=100&attributes=id&x=y").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Schemas/urn:nothing", "/ResourceTypes/Robot", "/ServiceProviderConfig/x"})
    void whatIsNotThereIs404(String path) {
        roster.client().get(path).is(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ServiceProviderConfig",
                "/ResourceTypes",
                "/ResourceTypes/User",
                "/Schemas",
                "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"
            })
    void nothingOfItCanBeWritten(String path) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Answer answer = roster.client().send(method, path, "{}".getBytes()).is(405);
            assertThat(answer.header("Allow")).as("%s", answer).hasValueSatisfying(allowed -> assertThat(allowed)
                    .contains("GET")
                    .doesNotContain(method));
        }
    }
}

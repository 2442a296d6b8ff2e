package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 section 3.4.2: pages, their bounds, and which attributes come back. */
@OnEachRoster
class ListIT {
    private static final int PEOPLE = 5;
    private static String marker;

    @Parameter
    SharedRoster roster;

    ScimClient okta;

    @BeforeParameterizedClassInvocation
    static void people(SharedRoster roster) {
        marker = Names.unique("list");
        for (int i = 0; i < PEOPLE; i++) {
            roster.client().post("/Users", Samples.user(marker + "-" + i)).is(201);
            roster.client().post("/Groups", Samples.group(marker + "-" + i)).is(201);
        }
    }

    @BeforeEach
    void client() {
        okta = roster.client();
    }

    private Answer list(String query) {
        return okta.get("/Users?filter=" + ScimClient.encode("userName sw \"" + marker + "\"") + query)
                .is(200);
    }

    @ParameterizedTest
    @CsvSource({
        // startIndex, count, number on the page, startIndex that is answered
        "1, 2, 2, 1",
        "4, 2, 2, 4",
        "5, 2, 1, 5",
        "6, 2, 0, 6",
        "1000000, 100, 0, 1000000",
        "0, 2, 2, 1",
        "-7, 2, 2, 1",
        "1, 0, 0, 1",
        "1, -3, 0, 1",
        "1, 100000, 5, 1",
        "1, 99999999999999999999, 5, 1",
    })
    void pages(String startIndex, String count, int size, int answered) {
        Answer page = list("&startIndex=" + startIndex + "&count=" + count);
        assertThat(page.total()).isEqualTo(PEOPLE);
        assertThat(page.json().getInt("itemsPerPage")).isEqualTo(size);
        assertThat(page.json().getInt("startIndex")).isEqualTo(answered);
        assertThat(page.resources()).hasSize(size);
    }

    @Test
    void aHugeStartIndexIsAnEmptyPage() {
        Answer page = list("&startIndex=99999999999999999999");
        assertThat(page.total()).isEqualTo(PEOPLE);
        assertThat(page.resources()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"startIndex=one", "count=1.5", "count=0x10", "startIndex=1;2"})
    void aPageThatIsNoNumberIsRefused(String query) {
        okta.get("/Users?" + query).is(400, "invalidValue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Groups"})
    void aFullWalkMeetsEachResourceOnce(String path) {
        Walk walk = Walk.through(okta, path, null, 7);
        assertThat(walk.ids())
                .doesNotHaveDuplicates()
                .hasSize(okta.get(path + "?count=0").total());
        assertThat(Walk.through(okta, path, null, 10).ids()).isEqualTo(walk.ids());
    }

    @Test
    void aPageLooksAsTheResourceItself() {
        for (JsonObject listed : list("").resources().getValuesAs(JsonObject.class)) {
            assertThat(okta.get("/Users/" + listed.getString("id")).json()).isEqualTo(listed);
        }
    }

    @Test
    void attributesCanBeChosen() {
        JsonObject user = list("&count=1&attributes=userName,name.familyName,meta.resourceType")
                .resources()
                .getJsonObject(0);
        assertThat(user).containsOnlyKeys("schemas", "id", "userName", "name", "meta");
        assertThat(user.getJsonObject("name")).containsOnlyKeys("familyName");
        assertThat(user.getJsonObject("meta")).containsOnlyKeys("resourceType");
    }

    @Test
    void attributesCanBeChosenByTheirUrn() {
        JsonObject user = list("&count=1&attributes=" + Samples.USER_SCHEMA + ":USERNAME,emails.value")
                .resources()
                .getJsonObject(0);
        assertThat(user).containsOnlyKeys("schemas", "id", "userName", "emails");
        assertThat(user.getJsonArray("emails").getJsonObject(0)).containsOnlyKeys("value");
    }

    @Test
    void attributesCanBeLeftOutButNotTheId() {
        JsonObject user = list("&count=1&excludedAttributes=id,schemas,emails,name.familyName")
                .resources()
                .getJsonObject(0);
        assertThat(user).containsKeys("id", "schemas", "userName", "name").doesNotContainKey("emails");
        assertThat(user.getJsonObject("name")).containsOnlyKeys("givenName");
    }

    @Test
    void choosingWorksForOneResourceAndForWritesToo() {
        String id = list("&count=1").ids().get(0);
        assertThat(okta.get("/Users/" + id + "?attributes=userName").is(200).json())
                .containsOnlyKeys("schemas", "id", "userName");
        Answer patched = okta.patch(
                "/Users/" + id + "?attributes=title", "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Dr\"}");
        assertThat(patched.is(200).json()).containsOnlyKeys("schemas", "id", "title");
    }

    @Test
    void unknownParametersAreTolerated() {
        assertThat(list("&foo=bar&limit=1").total()).isEqualTo(PEOPLE);
    }
}

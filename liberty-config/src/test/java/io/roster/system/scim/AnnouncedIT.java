package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.RunningRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import jakarta.json.JsonObject;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The ServiceProviderConfig (RFC 7643 section 5) says what the server does, no more and no less. */
@OnEachRoster
class AnnouncedIT {
    private static final String BULK = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}""";

    @Parameter
    SharedRoster roster;

    ScimClient okta;
    Answer config;
    Answer ada;

    @BeforeEach
    void onePerson() {
        okta = roster.client();
        config = okta.get("/ServiceProviderConfig").is(200);
        ada = okta.post("/Users", Samples.user(Names.unique("announced"))).is(201);
    }

    private String path() {
        return "/Users/" + ada.id();
    }

    private void isAnnounced(String feature, boolean isThere) {
        assertThat(config.at("/" + feature + "/supported")).as(feature).isEqualTo("" + isThere);
    }

    @Test
    void patch() {
        Answer patched = okta.patch(path(), "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Dr\"}");
        isAnnounced("patch", patched.status() == 200 && patched.at("/title").equals("Dr"));
    }

    @Test
    void etags() {
        okta.patch(path(), "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Dr\"}")
                .is(200);
        Answer late =
                okta.with("If-Match", ada.header("ETag").orElse("W/\"0\"")).delete(path());
        isAnnounced("etag", late.status() == 412);
    }

    @Test
    void filters() {
        Answer found = okta.filter("/Users", "userName eq \"" + ada.at("/userName") + "\"");
        isAnnounced("filter", found.status() == 200 && found.ids().equals(List.of(ada.id())));
    }

    @Test
    void aPageHasAtMostMaxResults() {
        assertThat(okta.get("/Users?count=1000000&attributes=id").is(200).resources())
                .hasSizeLessThanOrEqualTo(config.json().getJsonObject("filter").getInt("maxResults"));
    }

    @Test
    void sorting() {
        String marker = Names.unique("sorted");
        for (String name : List.of("-b", "-c", "-a")) {
            okta.post("/Users", Samples.user(marker + name)).is(201);
        }
        List<String> names = okta.get("/Users?sortBy=userName&sortOrder=descending&filter="
                        + ScimClient.encode("userName sw \"" + marker + "\""))
                .is(200)
                .resources()
                .getValuesAs(user -> user.asJsonObject().getString("userName"));
        isAnnounced("sort", names.equals(List.of(marker + "-c", marker + "-b", marker + "-a")));
    }

    /** RFC 9865 section 4. */
    @Test
    void pagination() {
        okta.post("/Users", Samples.user(Names.unique("announced"))).is(201);
        JsonObject pagination = config.json().getJsonObject("pagination");
        assertThat(okta.get("/Users?count=1&cursor=").is(200).has("/nextCursor"))
                .isEqualTo(pagination.getBoolean("cursor"));
        assertThat(okta.get("/Users?count=1&startIndex=2").is(200).has("/startIndex"))
                .isEqualTo(pagination.getBoolean("index"));
        assertThat(okta.get("/Users?count=1").is(200).has("/nextCursor") ? "cursor" : "index")
                .isEqualTo(pagination.getString("defaultPaginationMethod"));
        assertThat(okta.get("/Users?attributes=id").is(200).resources())
                .hasSizeLessThanOrEqualTo(pagination.getInt("defaultPageSize"));
        assertThat(okta.get("/Users?count=1000000&attributes=id").is(200).resources())
                .hasSizeLessThanOrEqualTo(pagination.getInt("maxPageSize"));
    }

    /** A password that is sent is dropped, so it is no change. */
    @Test
    void changingAPassword() {
        Answer patched = okta.patch(path(), "{\"op\":\"replace\",\"value\":{\"password\":\"s3cret-Words\"}}")
                .is(200);
        isAnnounced("changePassword", !patched.at("/meta/version").equals(ada.at("/meta/version")));
    }

    @Test
    void bulk() {
        Answer done = okta.post("/Bulk", BULK.formatted("{\"method\":\"DELETE\",\"path\":\"" + path() + "\"}"));
        isAnnounced("bulk", done.status() == 200 && okta.get(path()).status() == 404);
    }

    @Test
    void bulkHasTheLimitsThatAreAnnounced() {
        JsonObject bulk = config.json().getJsonObject("bulk");
        if (!bulk.getBoolean("supported")) {
            assertThat(bulk.getInt("maxOperations")).isZero();
            return;
        }
        String get = "{\"method\":\"DELETE\",\"path\":\"/Users/nobody\"}";
        int most = bulk.getInt("maxOperations");
        okta.post("/Bulk", BULK.formatted(get + ("," + get).repeat(most - 1))).is(200);
        assertThat(okta.post("/Bulk", BULK.formatted(get + ("," + get).repeat(most)))
                        .is(413)
                        .at("/detail"))
                .contains("" + most);
        assertThat(okta.post("/Bulk", BULK.formatted(get + " ".repeat(bulk.getInt("maxPayloadSize"))))
                        .is(413)
                        .at("/detail"))
                .contains("" + bulk.getInt("maxPayloadSize"));
    }

    @Test
    void waysToAuthenticate() {
        String basic = Base64.getEncoder().encodeToString(("okta:" + RunningRoster.TOKEN).getBytes());
        for (JsonObject scheme :
                config.json().getJsonArray("authenticationSchemes").getValuesAs(JsonObject.class)) {
            String authorization =
                    switch (scheme.getString("type")) {
                        case "oauthbearertoken" -> "Bearer " + RunningRoster.TOKEN;
                        case "httpbasic" -> "Basic " + basic;
                        default ->
                            throw new AssertionError(scheme + " is announced, and nothing shows that it is there");
                    };
            okta.with("Authorization", authorization).get("/Users?count=1").is(200);
        }
    }
}

package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.SharedRoster;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 section 3.4.2.2 over three people: each filter must find exactly the ones named. */
@OnEachRoster
class FilterIT {
    private static String marker;
    private static String adaId;

    @Parameter
    SharedRoster roster;

    @BeforeParameterizedClassInvocation
    static void people(SharedRoster roster) {
        marker = Names.unique("f").replace('.', '-');
        adaId = create(roster, "ada", """
                "name":{"givenName":"Ada","familyName":"Park"},"active":true,"title":"Engineer 100%","externalId":"00uAda",
                "nickName":"quote\\"back\\\\slash",
                "emails":[{"value":"ada@Alpha.example","type":"work","primary":true},
                          {"value":"ada@home.example","type":"home"}],
                "phoneNumbers":[{"value":"+1 555 0100","type":"work"}],
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                  {"department":"Voice_Ops","employeeNumber":"701984"}""");
        create(roster, "bob", """
                "name":{"givenName":"Bob","familyName":"Quist"},"active":false,"externalId":"00uBob",
                "emails":[{"value":"bob@beta.example","type":"work"}],
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"VoiceXOps"}""");
        create(roster, "cyd", """
                "name":{"givenName":"Cyd","familyName":"O'Neil"},"active":true,"title":"Engineer 1000\"""");
    }

    private static String create(SharedRoster roster, String name, String members) {
        return roster.client()
                .post("/Users", Samples.user(name + "." + marker, members))
                .is(201)
                .id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // equality, case and presence
                "userName eq \"ADA.$M\"                                     | ada",
                "USERNAME EQ \"ada.$M\"                                     | ada",
                "userName ne \"ada.$M\"                                     | bob,cyd",
                "id eq \"$ADA\"                                             | ada",
                "externalId eq \"00uAda\"                                   | ada",
                "externalId eq \"00UADA\"                                   |",
                "active eq true                                             | ada,cyd",
                "active eq false                                            | bob",
                "active ne true                                             | bob",
                "title pr                                                   | ada,cyd",
                "not (title pr)                                             | bob",
                "not (title eq \"Engineer 1000\")                           | ada,bob",
                "title eq null                                              | bob",
                "nickName eq \"quote\\\"back\\\\slash\"                     | ada",
                "name.familyName eq \"o'neil\"                              | cyd",
                // parts of strings; % and _ are characters
                "title sw \"engineer\"                                      | ada,cyd",
                "title ew \"1000\"                                          | cyd",
                "title co \"100%\"                                          | ada",
                "title co \"%\"                                             | ada",
                "name.familyName co \"NEIL\"                                | cyd",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department co \"e_o\" | ada",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department sw \"voice\" | ada,bob",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"701984\" | ada",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"bob.$M\" | bob",
                "URN:IETF:params:scim:schemas:core:2.0:user:USERNAME eq \"bob.$M\" | bob",
                // order
                "userName gt \"ada.$M\"                                     | bob,cyd",
                "userName ge \"BOB.$M\"                                     | bob,cyd",
                "userName lt \"bob.$M\"                                     | ada",
                "userName le \"bob.$M\"                                     | ada,bob",
                // multi-valued attributes and value paths
                "emails.value eq \"ADA@alpha.EXAMPLE\"                      | ada",
                "emails co \"beta\"                                         | bob",
                "emails eq \"bob@beta.example\"                             | bob",
                "emails.type eq \"home\"                                    | ada",
                "emails pr                                                  | ada,bob",
                "not (emails pr)                                            | cyd",
                "emails[type eq \"work\" and value co \"alpha\"]            | ada",
                "emails[type eq \"home\" and value co \"alpha\"]            |",
                "emails[type eq \"work\" and primary eq true]               | ada",
                "emails[not (type eq \"work\")]                             | ada",
                "emails[type eq \"work\"] and active eq false               | bob",
                "phoneNumbers.value co \"555\"                              | ada",
                // precedence: not before and before or
                "name.givenName eq \"Bob\" or active eq true and title pr   | ada,bob,cyd",
                "(name.givenName eq \"Bob\" or active eq true) and title pr | ada,cyd",
                "not (active eq true) and title pr                          |",
                "active eq true and not (title co \"1000\")                 | ada",
                "((((userName eq \"ada.$M\"))))                             | ada",
                // common attributes and dates
                "meta.resourceType eq \"User\"                              | ada,bob,cyd",
                "meta.created ge \"2020-01-01T00:00:00Z\"                   | ada,bob,cyd",
                "meta.created gt \"2020-01-01T00:00:00.123+02:00\"          | ada,bob,cyd",
                "meta.lastModified lt \"2020-01-01T00:00:00Z\"              |",
                "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\" | ada,bob",
                "groups pr                                                  |",
            })
    void finds(String filter, String expected) {
        String asked = filter.replace("$M", marker).replace("$ADA", adaId);
        Answer answer = roster.client()
                .filter("/Users", "(" + asked + ") and userName co \"." + marker + "\"")
                .is(200);
        List<String> found = answer.resources().getValuesAs(FilterIT::shortName);
        assertThat(found)
                .as("%s", answer)
                .containsExactlyInAnyOrderElementsOf(expected == null ? List.of() : Arrays.asList(expected.split(",")));
        assertThat(answer.total()).isEqualTo(found.size());
    }

    private static String shortName(jakarta.json.JsonValue user) {
        return user.asJsonObject().getString("userName").substring(0, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName",
                "userName eq",
                "userName eq ada",
                "userName zz \"x\"",
                "eq \"x\"",
                "nothingLikeIt eq \"x\"",
                "name.nothingLikeIt eq \"x\"",
                "urn:nothing:like:it:userName eq \"x\"",
                "userName eq \"unclosed",
                "(userName eq \"x\"",
                "userName eq \"x\")",
                "userName eq \"x\" and",
                "userName eq \"x\" or or userName eq \"y\"",
                "userName eq \"x\" userName eq \"y\"",
                "emails[type eq \"work\"",
                "emails[]",
                "emails[nothingLikeIt eq \"x\"]",
                "userName[value eq \"x\"]",
                "active gt true",
                "active co true",
                "active eq \"perhaps\"",
                "userName eq 42",
                "meta.created gt \"yesterday\"",
                "userName eq \"a\\qb\"",
                "not userName",
                "();",
                "' or 1=1 --"
            })
    void refuses(String filter) {
        roster.client().filter("/Users", filter).is(400, "invalidFilter");
    }

    @Test
    void everyAttributeOfTheSchemasCanBeFilteredBy() {
        for (String id : List.of(Samples.USER_SCHEMA, Samples.ENTERPRISE_SCHEMA, Samples.TELEPHONY_SCHEMA)) {
            for (JsonObject attribute : roster.client()
                    .get("/Schemas/" + id)
                    .json()
                    .getJsonArray("attributes")
                    .getValuesAs(JsonObject.class)) {
                if (!attribute.getString("returned", "default").equals("never")) {
                    String name = id + ":" + attribute.getString("name");
                    roster.client().filter("/Users", name + " pr").is(200);
                    if (attribute.containsKey("subAttributes")) {
                        for (JsonObject part :
                                attribute.getJsonArray("subAttributes").getValuesAs(JsonObject.class)) {
                            roster.client()
                                    .filter("/Users", name + "." + part.getString("name") + " pr")
                                    .is(200);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aPasswordCannotBeGuessedByAFilter() {
        roster.client().filter("/Users", "password sw \"1\"").is(400, "invalidFilter");
    }
}

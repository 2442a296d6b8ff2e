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
import org.junit.jupiter.params.Parameter;

/** The requests and answers that RFC 7644 section 3.7 prints, with names that no other test has. */
@OnEachRoster
class BulkExamplesIT {
    @Parameter
    SharedRoster roster;

    ScimClient client;
    String alice;
    String bob;

    @BeforeEach
    void names() {
        client = roster.client();
        alice = Names.unique("Alice");
        bob = Names.unique("Bob");
    }

    /** Section 3.7.1. */
    @Test
    void groupsThatAreMembersOfEachOther() {
        String prefix = Names.unique("Group");
        Answer answer = client.post("/Bulk", """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                 "Operations": [
                  {"method": "POST", "path": "/Groups", "bulkId": "qwerty",
                   "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "%1$s A",
                    "members": [{"type": "Group", "value": "bulkId:ytrewq"}]}},
                  {"method": "POST", "path": "/Groups", "bulkId": "ytrewq",
                   "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "%1$s B",
                    "members": [{"type": "Group", "value": "bulkId:qwerty"}]}}]}""".formatted(prefix)).is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("201", "201");
        Answer found =
                client.filter("/Groups", "displayName sw \"" + prefix + "\"").is(200);
        assertThat(found.total()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            String other = Bulk.id(answer, 1 - i);
            JsonObject group =
                    client.get("/Groups/" + Bulk.id(answer, i)).is(200).json();
            assertThat(group.getJsonObject("meta").getString("version"))
                    .isEqualTo(answer.at("/Operations/" + i + "/version"));
            JsonObject member = group.getJsonArray("members").getJsonObject(0);
            assertThat(group.getJsonArray("members")).hasSize(1);
            assertThat(member.getString("value")).isEqualTo(other);
            assertThat(member.getString("type")).isEqualTo("Group");
            assertThat(member.getString("$ref")).endsWith("/Groups/" + other);
        }
    }

    /** Section 3.7.2, the first example. */
    @Test
    void aPersonAndAGroupOfThem() {
        String group = Names.unique("Tour Guides");
        Answer answer = client.post("/Bulk", """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                 "Operations": [
                  {"method": "POST", "path": "/Users", "bulkId": "qwerty",
                   "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%s"}},
                  {"method": "POST", "path": "/Groups", "bulkId": "ytrewq",
                   "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "%s",
                    "members": [{"type": "User", "value": "bulkId:qwerty"}]}}]}""".formatted(alice, group)).is(200);
        assertThat(answer.strings("schemas")).containsExactly("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
        assertThat(Bulk.statuses(answer)).containsExactly("201", "201");
        assertThat(answer.at("/Operations/0/bulkId")).isEqualTo("qwerty");
        assertThat(answer.at("/Operations/1/bulkId")).isEqualTo("ytrewq");
        assertThat(answer.at("/Operations/0/method")).isEqualTo("POST");
        Answer person = client.get("/Users/" + Bulk.id(answer, 0)).is(200);
        assertThat(person.at("/userName")).isEqualTo(alice);
        assertThat(person.at("/meta/location")).isEqualTo(answer.at("/Operations/0/location"));
        Answer made = client.get("/Groups/" + Bulk.id(answer, 1)).is(200);
        assertThat(made.header("ETag")).contains(answer.at("/Operations/1/version"));
        assertThat(made.at("/displayName")).isEqualTo(group);
        assertThat(Members.of(made)).containsExactly(person.id());
    }

    /** Section 3.7.2, the second example. */
    @Test
    void aManagerWithinAnExtension() {
        Answer answer = client.post("/Bulk", """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                 "Operations": [
                  {"method": "POST", "path": "/Users", "bulkId": "qwerty",
                   "data": {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%s"}},
                  {"method": "POST", "path": "/Users", "bulkId": "ytrewq",
                   "data": {
                    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                     "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                    "userName": "%s",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
                     "employeeNumber": "11250", "manager": {"value": "bulkId:qwerty"}}}}]}""".formatted(alice, bob)).is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("201", "201");
        JsonObject enterprise =
                client.get("/Users/" + Bulk.id(answer, 1)).is(200).json().getJsonObject(Samples.ENTERPRISE_SCHEMA);
        assertThat(enterprise.getString("employeeNumber")).isEqualTo("11250");
        assertThat(enterprise.getJsonObject("manager").getString("value")).isEqualTo(Bulk.id(answer, 0));
    }

    /**
     * Section 3.7.3's request to make, replace, patch and delete. As printed it is no JSON: a list of PATCH operations
     * stands in braces; they stand here as a list, and the schema of the User is that of RFC 7643.
     *
     * @param versions of the three people that are there
     */
    private String addUpdateAndRemove(String failOnErrors, String aliceSchema, String[] ids, String[] versions) {
        return """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], %1$s
                 "Operations":[
                  {"method":"POST", "path":"/Users", "bulkId":"qwerty",
                   "data":{"schemas": ["%2$s"], "userName":"%3$s"}},
                  {"method":"PUT", "path":"/Users/%5$s", "version":"%8$s",
                   "data":{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id":"%5$s", "userName":"%4$s"}},
                  {"method": "PATCH", "path": "/Users/%6$s", "version": "%9$s",
                   "data": [{"op": "remove", "path": "nickName"}, {"op": "add", "path": "userName", "value": "%4$s-dave"}]},
                  {"method":"DELETE", "path":"/Users/%7$s", "version":"%10$s"}]}""".formatted(
                        failOnErrors,
                        aliceSchema,
                        alice,
                        bob,
                        ids[0],
                        ids[1],
                        ids[2],
                        versions[0].replace("\"", "\\\""),
                        versions[1].replace("\"", "\\\""),
                        versions[2].replace("\"", "\\\""));
    }

    private Answer[] threePeople() {
        Answer[] people = new Answer[3];
        for (int i = 0; i < people.length; i++) {
            people[i] = client.post("/Users", Samples.user(Names.unique("person"), "\"nickName\":\"P\""))
                    .is(201);
        }
        return people;
    }

    private static String[] ids(Answer[] people) {
        return new String[] {people[0].id(), people[1].id(), people[2].id()};
    }

    private static String[] versions(Answer[] people) {
        return new String[] {people[0].at("/meta/version"), people[1].at("/meta/version"), people[2].at("/meta/version")
        };
    }

    @Test
    void addUpdateAndRemove() {
        Answer[] people = threePeople();
        Answer answer = client.post(
                        "/Bulk",
                        addUpdateAndRemove("\"failOnErrors\":1,", Samples.USER_SCHEMA, ids(people), versions(people)))
                .is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("201", "200", "200", "204");
        assertThat(Bulk.results(answer))
                .extracting(result -> result.getString("method"))
                .containsExactly("POST", "PUT", "PATCH", "DELETE");
        for (int i = 0; i < people.length; i++) {
            assertThat(answer.at("/Operations/" + (i + 1) + "/location")).isEqualTo(people[i].at("/meta/location"));
        }
        Answer replaced = client.get("/Users/" + people[0].id()).is(200);
        assertThat(replaced.at("/userName")).isEqualTo(bob);
        assertThat(replaced.at("/meta/version"))
                .isEqualTo(answer.at("/Operations/1/version"))
                .isNotEqualTo(people[0].at("/meta/version"));
        Answer patched = client.get("/Users/" + people[1].id()).is(200);
        assertThat(patched.at("/userName")).isEqualTo(bob + "-dave");
        assertThat(patched.has("/nickName")).isFalse();
        assertThat(patched.at("/meta/version")).isEqualTo(answer.at("/Operations/2/version"));
        client.get("/Users/" + people[2].id()).is(404);
        assertThat(answer.has("/Operations/3/version")).isFalse();
        assertThat(answer.has("/Operations/0/response")).isFalse();
    }

    @Test
    void anErrorEndsWhatAcceptsNone() {
        Answer[] people = threePeople();
        Answer answer = client.post(
                        "/Bulk",
                        addUpdateAndRemove(
                                "\"failOnErrors\":1,",
                                "urn:ietf:params:scim:api:messages:2.0:User",
                                ids(people),
                                versions(people)))
                .is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("400");
        assertThat(answer.at("/Operations/0/bulkId")).isEqualTo("qwerty");
        assertThat(answer.has("/Operations/0/location")).isFalse();
        assertThat(answer.at("/Operations/0/response/schemas/0"))
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(answer.at("/Operations/0/response/scimType")).isEqualTo("invalidSyntax");
        assertThat(answer.at("/Operations/0/response/status")).isEqualTo("400");
        for (Answer person : people) {
            assertThat(client.get("/Users/" + person.id()).json()).isEqualTo(person.json());
        }
    }

    @Test
    void allOperationsFail() {
        Answer[] people = threePeople();
        client.delete("/Users/" + people[2].id()).is(204);
        Answer answer = client.post(
                        "/Bulk",
                        addUpdateAndRemove("", "urn:ietf:params:scim:api:messages:2.0:User", ids(people), new String[] {
                            "W/\"3694e05e9dff591\"", "W/\"edac3253e2c0ef2\"", "W/\"0ee8add0a938e1a\""
                        }))
                .is(200);
        assertThat(Bulk.statuses(answer)).containsExactly("400", "412", "412", "404");
        for (int i = 0; i < people.length; i++) {
            assertThat(answer.at("/Operations/" + (i + 1) + "/location")).isEqualTo(people[i].at("/meta/location"));
            assertThat(answer.at("/Operations/" + (i + 1) + "/response/detail")).contains(" ");
        }
        assertThat(client.get("/Users/" + people[0].id()).json()).isEqualTo(people[0].json());
        assertThat(client.get("/Users/" + people[1].id()).json()).isEqualTo(people[1].json());
    }
}

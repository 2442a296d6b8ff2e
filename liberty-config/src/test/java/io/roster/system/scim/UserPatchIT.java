package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.OnEachRoster;
import io.roster.system.Samples;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7644 section 3.5.2 on a person with two e-mail addresses. */
@OnEachRoster
class UserPatchIT {
    @Parameter
    SharedRoster roster;

    ScimClient okta;
    String path;
    Answer before;

    @BeforeEach
    void onePerson() {
        okta = roster.client();
        before = okta.post("/Users", Samples.user(Names.unique("ada"), """
                "active":true,"title":"Engineer","name":{"givenName":"Ada","familyName":"Park"},
                "emails":[{"value":"w@a.example","type":"work","primary":true},{"value":"h@a.example","type":"home"}],
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Ops","division":"Voice"}"""));
        path = "/Users/" + before.is(201).id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // operations | pointer | value, empty for absent
                "{'op':'replace','path':'title','value':'Chief'} | /title | Chief",
                "{'op':'Replace','path':'TITLE','value':'Chief'} | /title | Chief",
                "{'op':'add','path':'nickName','value':'Lin'} | /nickName | Lin",
                "{'op':'add','value':{'nickName':'Lin','name':{'middleName':'M'}}} | /name/givenName | Ada",
                "{'op':'add','value':{'nickName':'Lin','name':{'middleName':'M'}}} | /name/middleName | M",
                "{'op':'remove','path':'title'} | /title |",
                "{'op':'replace','path':'title','value':null} | /title |",
                "{'op':'replace','path':'title','value':''} | /title |",
                "{'op':'remove','path':'name.familyName'} | /name/familyName |",
                "{'op':'remove','path':'name.familyName'} | /name/givenName | Ada",
                "{'op':'replace','path':'name.givenName','value':'Eva'} | /name/givenName | Eva",
                "{'op':'replace','value':{'name.givenName':'Eva'}} | /name/givenName | Eva",
                "{'op':'replace','path':'active','value':'False'} | /active | false",
                "{'op':'replace','path':'emails[type eq \"home\"].value','value':'n@a.example'} | /emails/1/value"
                        + " | n@a.example",
                "{'op':'remove','path':'emails[type eq \"work\"]'} | /emails/0/value | h@a.example",
                "{'op':'remove','path':'emails[type eq \"work\"]'} | /emails/1 |",
                "{'op':'add','path':'emails','value':[{'value':'x@a.example','primary':true}]} | /emails/2/primary | true",
                "{'op':'add','path':'emails','value':{'value':'x@a.example'}} | /emails/2/value | x@a.example",
                "{'op':'add','path':'emails','value':[{'value':'h@a.example','type':'home'}]} | /emails/2 |",
                "{'op':'remove','path':'emails'} | /emails |",
                "{'op':'replace','path':'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',"
                        + "'value':'IT'} | /$E/department | IT",
                "{'op':'add','path':'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',"
                        + "'value':{'costCenter':'7'}} | /$E/department | Ops",
                "{'op':'replace','value':{'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':"
                        + "{'costCenter':'7'}}} | /$E/costCenter | 7",
                "{'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:User:title','value':'X'} | /title | X",
            })
    void applies(String operation, String pointer, String value) {
        Answer patched = okta.patch(path, json(operation)).is(200);
        String place = pointer.replace("$E", Samples.ENTERPRISE_SCHEMA);
        if (value == null) {
            assertThat(patched.has(place)).as("%s", patched).isFalse();
        } else {
            assertThat(patched.at(place)).isEqualTo(value);
        }
        assertThat(okta.get(path).json()).isEqualTo(patched.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'op':'remove','path':'emails[type eq \"fax\"]'}                      | noTarget",
                "{'op':'replace','path':'emails[type eq \"fax\"].value','value':'x'}   | noTarget",
                "{'op':'remove'}                                                       | noTarget",
                "{'op':'replace','path':'nothingLikeIt','value':'x'}                   | invalidPath",
                "{'op':'replace','path':'emails[','value':'x'}                         | invalidFilter",
                "{'op':'replace','path':'name.nothingLikeIt','value':'x'}              | invalidPath",
                "{'op':'explode','path':'title'}                                       | invalidSyntax",
                "{'path':'title','value':'x'}                                          | invalidSyntax",
                "{'op':'replace','path':'active','value':'perhaps'}                    | invalidValue",
                "{'op':'replace','path':'title','value':42}                            | invalidValue",
                "{'op':'replace','path':'name','value':'Ada'}                          | invalidValue",
                "{'op':'replace','path':'title'}                                       | invalidValue",
                "{'op':'remove','path':'userName'}                                     | mutability",
                "{'op':'replace','path':'id','value':'other'}                          | mutability",
                "{'op':'replace','path':'meta.created','value':'2020-01-01T00:00:00Z'} | mutability",
            })
    void refusesAndAppliesNothing(String operation, String scimType) {
        String operations = "{\"op\":\"replace\",\"path\":\"nickName\",\"value\":\"half\"}," + json(operation);
        okta.patch(path, operations).is(400, scimType);
        assertThat(okta.get(path).json()).isEqualTo(before.json());
    }

    /** The cases are written with single quotes around JSON's strings. */
    private static String json(String operation) {
        return operation.replace("\"", "\\\"").replace('\'', '"');
    }

    @Test
    void onlyOneValueStaysPrimary() {
        Answer patched = okta.patch(path, """
                {"op":"add","path":"emails","value":[{"value":"x@a.example","type":"other","primary":true}]}""").is(200);
        assertThat(patched.json().getJsonArray("emails").stream()
                        .filter(email -> email.asJsonObject().getBoolean("primary", false)))
                .hasSize(1);
    }

    @Test
    void whatChangesNothingLeavesTheVersion() {
        Answer patched = okta.patch(path, "{\"op\":\"replace\",\"value\":{\"title\":\"Engineer\",\"active\":true}}");
        assertThat(patched.is(200).json()).isEqualTo(before.json());
        assertThat(patched.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(okta.put(path, before.text()).is(200).json()).isEqualTo(before.json());
    }

    @Test
    void operationsSeeTheOnesBefore() {
        Answer patched = okta.patch(path, """
                {"op":"add","path":"emails","value":[{"value":"o@a.example","type":"other"}]},
                {"op":"replace","path":"emails[type eq \\"other\\"].value","value":"p@a.example"},
                {"op":"remove","path":"emails[type eq \\"home\\"]"}""").is(200);
        assertThat(patched.at("/emails/1/value")).isEqualTo("p@a.example");
        assertThat(patched.json().getJsonArray("emails")).hasSize(2);
    }

    @Test
    void anEmptyPatchIsRefused() {
        okta.patch(path, "").is(400);
        okta.send("PATCH", path, "{}".getBytes()).is(400);
        assertThat(okta.get(path).json()).isEqualTo(before.json());
    }
}

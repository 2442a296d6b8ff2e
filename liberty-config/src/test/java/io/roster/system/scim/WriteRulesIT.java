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

/** What every write is checked for, on a person in a group: what is sent back, where an error is, what is referred to. */
@OnEachRoster
class WriteRulesIT {
    private static final String NOBODY = "0192f0c1-7a5b-7000-8000-00000000abcd";

    @Parameter
    SharedRoster roster;

    ScimClient okta;
    String path;
    String group;
    Answer before;

    @BeforeEach
    void aPersonInAGroup() {
        okta = roster.client();
        String id =
                okta.post("/Users", Samples.user(Names.unique("ada"))).is(201).id();
        path = "/Users/" + id;
        group = okta.post("/Groups", Samples.group(Names.unique("Voice"), id))
                .is(201)
                .id();
        before = okta.get(path).is(200);
        assertThat(before.at("/groups/0/value")).isEqualTo(group);
    }

    private Answer patched(String op, String value) {
        return okta.patch(path, "{\"op\":\"%s\",\"value\":%s}".formatted(op, value));
    }

    @Test
    void whatWasAnsweredCanBePatchedBack() {
        for (String op : new String[] {"replace", "add"}) {
            Answer same = patched(op, before.text()).is(200);
            assertThat(same.json()).isEqualTo(before.json());
            assertThat(same.header("ETag")).isEqualTo(before.header("ETag"));
        }
        Answer changed = patched("replace", before.text().replace("Ada Park", "Ada King"))
                .is(200);
        assertThat(changed.at("/displayName")).isEqualTo("Ada King");
        assertThat(changed.json().get("groups")).isEqualTo(before.json().get("groups"));
    }

    @Test
    void whatDiffersFromWhatIsComputedIsRefused() {
        Answer refused =
                patched("replace", before.text().replace(group, NOBODY)).is(400, "mutability");
        assertThat(refused.at("/detail")).contains("\"groups\" (Operations[0].value.groups)");
        assertThat(patched("add", "{\"id\":\"" + NOBODY + "\"}")
                        .is(400, "mutability")
                        .at("/detail"))
                .contains("Operations[0].value.id");
        assertThat(okta.get(path).json()).isEqualTo(before.json());
    }

    @Test
    void aGroupCanBePatchedBackWithItsMembers() {
        Answer shown = okta.get("/Groups/" + group).is(200);
        Answer same = okta.patch("/Groups/" + group, "{\"op\":\"replace\",\"value\":" + shown.text() + "}")
                .is(200);
        assertThat(same.json()).isEqualTo(shown.json());
        assertThat(same.header("ETag")).isEqualTo(shown.header("ETag"));
    }

    @Test
    void aMemberCannotBecomeAnotherOne() {
        String other =
                okta.post("/Users", Samples.user(Names.unique("bo"))).is(201).id();
        String id = before.id();
        String path = "/Groups/" + group;
        String selected = "\"path\":\"members[value eq \\\"%s\\\"]\"".formatted(id);
        okta.patch(path, "{\"op\":\"replace\",%s,\"value\":{\"value\":\"%s\"}}".formatted(selected, other))
                .is(400, "mutability");
        okta.patch(path, "{\"op\":\"replace\",%s,\"value\":{\"value\":\"%s\"}}".formatted(selected, id))
                .is(200);
        okta.patch(
                        path,
                        "{\"op\":\"replace\",\"path\":\"members[value eq \\\"%s\\\"]\",\"value\":{\"value\":\"%s\"}}"
                                .formatted(other, other))
                .is(400, "noTarget");
        assertThat(Members.of(okta.get(path))).containsExactly(id);
    }

    @Test
    void aFilterSeesWhatTheOperationsBeforeItLeft() {
        String other =
                okta.post("/Users", Samples.user(Names.unique("bo"))).is(201).id();
        okta.patch("/Groups/" + group, """
                {"op":"add","path":"members","value":[{"value":"%s","type":"User"}]},
                {"op":"remove","path":"members[type eq \\"User\\"]"}""".formatted(other)).is(200);
        assertThat(Members.of(okta.get("/Groups/" + group))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'emails':[{'value':'a'},{'value':5}]                      | \"emails[1].value\" must be text",
                "'emails':[{'value':'a','primary':true},{'value':'b','primary':true}] | \"emails[1].primary\"",
                "'name':{'givenName':5}                                    | \"name.givenName\" must be text",
                "'photos':[{'value':'no picture'}]                         | \"photos[0].value\" must be a URI",
                "'x509Certificates':[{'value':'TUlJQg=='}]                 | \"x509Certificates[0].value\" must be one X.509",
                "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'manager':{'value':5}}"
                        + " | \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value\" must be text",
                "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'manager':{'value':'" + NOBODY + "'}}"
                        + " | there is no User with that id",
            })
    void anErrorNamesItsPlace(String members, String detail) {
        String json = members.replace('\'', '"');
        String userName = Names.unique("eve");
        assertThat(okta.post("/Users", Samples.user(userName, json))
                        .is(400, "invalidValue")
                        .at("/detail"))
                .contains(detail);
        assertThat(okta.filter("/Users", "userName eq \"" + userName + "\"").total())
                .isZero();
        assertThat(okta.put(path, Samples.user(before.at("/userName"), json))
                        .is(400, "invalidValue")
                        .at("/detail"))
                .contains(detail);
        assertThat(okta.get(path).json()).isEqualTo(before.json());
    }
}

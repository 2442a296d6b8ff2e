package io.roster.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.imports.ComparedField;
import io.roster.imports.ComparedUser;
import io.roster.imports.FetchedUser;
import io.roster.okta.OktaAttributes;
import io.roster.persistence.Documents;
import io.roster.scim.schema.SchemaRegistry;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as drift of a person: tables of cases. */
class PersonDriftTest {

    private static JsonObject json(String text) {
        return Documents.parse(text.replace('\'', '"'));
    }

    private static FetchedUser user(String status, String appStatus, String profile, String appProfile) {
        return new FetchedUser("00u1", status, appStatus, null, "ada", json(profile), json(appProfile));
    }

    private static ComparedUser linked(FetchedUser user, boolean active, boolean awaited, ComparedField... fields) {
        JsonObject document =
                json("{'" + SchemaRegistry.TELEPHONY_USER + "':{'phoneNumber':'+4989','extension':'12'}}");
        return new ComparedUser(user, "p1", "Ada Park", active, awaited, document, List.of(fields), null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // status    | app user    | here     | awaited | drift
                "ACTIVE        | PROVISIONED | -        | false | OKTA_ONLY",
                "SUSPENDED     | PROVISIONED | -        | false | OKTA_ONLY",
                "DEPROVISIONED | PROVISIONED | -        | false | -",
                "ACTIVE        | UNASSIGNED  | -        | false | -",
                "ACTIVE        | PROVISIONED | active   | false | -",
                "ACTIVE        | UNASSIGNED  | active   | false | ROSTER_ONLY",
                "''            | UNASSIGNED  | active   | false | ROSTER_ONLY",
                "DEPROVISIONED | PROVISIONED | active   | false | ROSTER_ONLY",
                "ACTIVE        | UNASSIGNED  | active   | true  | -",
                "DEPROVISIONED | PROVISIONED | inactive | false | -",
                "ACTIVE        | PROVISIONED | inactive | false | DIFFERENT",
                "ACTIVE        | PROVISIONED | inactive | true  | -",
                "SUSPENDED     | PROVISIONED | inactive | false | -"
            })
    void whoIsWhere(String status, String appStatus, String here, boolean awaited, DriftKind drift) {
        FetchedUser user = user(status, appStatus, "{}", "{}");
        ComparedUser compared = here == null
                ? new ComparedUser(user, null, null, false, awaited, null, List.of(), null)
                : linked(user, here.equals("active"), awaited);
        assertThat(new PersonDrift(null).of(compared).map(Drift::kind)).isEqualTo(Optional.ofNullable(drift));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // attribute     | expression         | wanted | here  | differs | app's profile         | okta | app
                // | source
                "title           | user.title         | Boss   | Clerk | true  | {}                      | Boss | -     | user.title",
                "title           | user.title         | Boss   | Clerk | true  | {'title':'Clerk'}       | Boss | Clerk | user.title",
                "title           | appuser.title      | Boss   | Clerk | true  | {'title':'Boss'}        | -    | Boss  | appuser.title",
                "title           | 'user.a + user.b'  | Boss   | Clerk | true  | {'title':'Lead'}        | Boss | Lead  | -",
                "userName        | appuser.userName   | ada    | eve   | true  | {}                      | ada@ | ada   | appuser.userName",
                "userName        | user.email         | ada@   | eve   | true  | {}                      | ada@ | ada   | user.email",
                // the app's part alone is behind
                "name.givenName  | user.firstName     | Ada    | Ada   | false | {'givenName':'Ade'}     | Ada  | Ade   | user.firstName",
                "'emails[type eq \"work\"].value' | user.email | a@b | a@b | false | {'email':'b@b'}    | a@b  | b@b   | user.email"
            })
    void valuesOfEachSide(
            String name,
            String expression,
            String wanted,
            String here,
            boolean differs,
            String appProfile,
            String okta,
            String app,
            String source) {
        ComparedUser compared = linked(
                user("ACTIVE", "PROVISIONED", "{'login':'ada@'}", appProfile.replace("'", "\"")),
                true,
                false,
                new ComparedField(name, expression, wanted, here, differs));
        assertThat(new PersonDrift(null).of(compared).orElseThrow().fields())
                .containsExactly(new DriftField(name, okta, app, here, source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user.title        | {'title':'Boss'}", // equal everywhere
                "user.title        | {}", // the app has no such attribute
                "'user.a + user.b' | {'title':'Lead'}", // what makes it of two is not the app's mapping
                "appuser.title     | {'title':'Boss'}"
            })
    void whatIsEqualIsNoDrift(String expression, String appProfile) {
        ComparedUser compared = linked(
                user("ACTIVE", "PROVISIONED", "{}", appProfile),
                true,
                false,
                new ComparedField("title", expression, "Boss", "Boss", false));
        assertThat(new PersonDrift(null).of(compared)).isEmpty();
    }

    @Test
    void whatSyncBackWritesIsComparedWhileItIsOn() {
        ComparedUser compared =
                linked(user("ACTIVE", "PROVISIONED", "{'primaryPhone':'+4930','ext':'12'}", "{}"), true, false);
        assertThat(new PersonDrift(null).of(compared)).isEmpty();
        assertThat(new PersonDrift(new OktaAttributes("ext", "primaryPhone"))
                        .of(compared)
                        .orElseThrow()
                        .fields())
                .containsExactly(new DriftField("phoneNumber", "+4930", null, "+4989", "user.primaryPhone"));
    }

    @Test
    void fieldsAreReadAsTheyWereStored() {
        List<DriftField> fields = List.of(
                new DriftField("title", "Boss", null, "", "user.title"), new DriftField("x", null, "ü", null, null));
        assertThat(DriftField.read(DriftField.json(fields))).isEqualTo(fields);
    }
}

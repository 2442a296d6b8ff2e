package io.roster.syncback.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.ConnectionTest.Step;
import io.roster.okta.ConnectionTest.Subject;
import io.roster.okta.OktaAttributes;
import io.roster.okta.OktaConnection;
import io.roster.okta.OktaCredentials;
import io.roster.okta.OktaCredentials.ApiToken;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.SigningKey;
import io.roster.okta.StepOutcome;
import io.roster.okta.StepOutcome.Finding;
import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.guard.Caller;
import io.roster.okta.simulator.oauth.Jwks;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the test of a connection says of what the import reads, against a simulated org. */
class ImportCheckTest {

    private static final String APP = "0oa1simulatedApp0h7";
    private static final SigningKey KEY = SigningKey.generate("key-1");

    private static OktaOrg org;
    private static OktaApi okta;

    @BeforeAll
    static void start() throws IOException {
        org = OktaOrg.at(URI.create("http://localhost:1/scim/v2")).open();
        org.hire(3);
        okta = OktaApi.of(org).start(0);
    }

    @AfterAll
    static void stop() throws IOException {
        okta.close();
        org.close();
    }

    private static StepOutcome run(OktaCredentials credentials, String app) {
        return new ConnectionSteps(new OktaClients())
                .run(
                        Step.IMPORT,
                        new OktaConnection(okta.base(), credentials),
                        new Subject(new OktaAttributes(null, null), null, app));
    }

    private static ServiceApp serviceApp(String clientId, Set<String> scopes) {
        okta.tokens()
                .register(new io.roster.okta.simulator.oauth.ServiceApp(
                        clientId, Jwks.saved("{\"keys\":[" + KEY.publicJwk() + "]}"), scopes, false));
        return new ServiceApp(clientId, KEY);
    }

    @Test
    void withoutAnAppNothingIsTriedAndNothingFails() {
        StepOutcome outcome = run(new ApiToken("00nobodys"), null);
        assertThat(outcome.finding()).isEqualTo(Finding.IMPORT_OFF);
        assertThat(outcome.isPassed()).isTrue();
    }

    @Test
    void whoMayReadEverythingMayImport() {
        assertThat(run(new ApiToken(okta.token()), APP))
                .isEqualTo(new StepOutcome(Step.IMPORT, Finding.IMPORT_READABLE, List.of(APP)));
        assertThat(run(serviceApp("0oaAll", OktaClients.IMPORT_SCOPES), APP).finding())
                .isEqualTo(Finding.IMPORT_READABLE);
    }

    @Test
    void anAppThatOktaDoesNotHaveIsNamed() {
        StepOutcome outcome = run(new ApiToken(okta.token()), "0oaAnother");
        assertThat(outcome.finding()).isEqualTo(Finding.IMPORT_NO_APP);
        assertThat(outcome.values().get(0)).isEqualTo("0oaAnother");
        assertThat(outcome.isPassed()).isFalse();
    }

    @Test
    void aTokenThatIsNobodysIsToldFromOneThatMayNot() {
        assertThat(run(new ApiToken("00nobodys"), APP).finding()).isEqualTo(Finding.BAD_TOKEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "okta.logs.read   | USERS GROUPS MEMBERS | LOG                      | okta.logs.read",
                "okta.groups.read | USERS LOG            | GROUPS MEMBERS           | okta.groups.read",
                "okta.users.read  | GROUPS MEMBERS LOG   | USERS                    | okta.users.read",
                "okta.apps.read   | LOG                  | USERS GROUPS MEMBERS     | okta.apps.read",
            })
    void aScopeThatIsMissingIsNamedWithWhatWorksWithoutIt(
            String missing, String readable, String unreadable, String named) {
        Set<String> scopes = new LinkedHashSet<>(OktaClients.IMPORT_SCOPES);
        scopes.remove(missing);
        StepOutcome outcome = run(serviceApp("0oaWithout" + missing, scopes), APP);
        assertThat(outcome.finding()).isEqualTo(Finding.IMPORT_SCOPES);
        assertThat(outcome.values()).startsWith(readable, unreadable, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "okta.users.read okta.apps.read okta.groups.read | USERS GROUPS MEMBERS | LOG",
                "okta.users.read okta.apps.read okta.logs.read   | USERS GROUPS LOG     | MEMBERS",
                "okta.users.read                                 | ''                   | USERS GROUPS MEMBERS LOG",
            })
    void aRoleThatDoesNotPermitItIsToldByWhatItPermits(String may, String readable, String unreadable) {
        okta.access().apiToken("00limited", new Caller("Limited", Set.of(may.split(" "))));
        StepOutcome outcome = run(new ApiToken("00limited"), APP);
        assertThat(outcome.finding()).isEqualTo(Finding.IMPORT_FORBIDDEN);
        assertThat(outcome.values()).startsWith(readable, unreadable).hasSize(3);
    }
}

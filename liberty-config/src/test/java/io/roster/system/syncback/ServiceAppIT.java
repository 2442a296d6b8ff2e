package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.oauth.Jwks;
import io.roster.okta.simulator.oauth.ServiceApp;
import io.roster.okta.simulator.org.Person;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/**
 * Sync-back with a service app whose keys Okta reads at Roster's own address, and which has to prove that its access
 * tokens are its own, as Okta asks of new apps: while a token ends too soon, and while the key is renewed.
 */
class ServiceAppIT {
    private static final Set<String> SCOPES = Set.of("okta.users.read", "okta.users.manage", "okta.schemas.read");
    private static final String CLIENT = "0oaServiceAppIt";

    private final RunningRoster roster = SharedRoster.POSTGRESQL.server();
    private final String marker = Names.unique("serviceapp");
    private final Queue<ApiRequest> calls = new ConcurrentLinkedQueue<>();

    @Test
    void whatIsAssignedArrivesWhateverBecomesOfTokensAndKeys() throws Exception {
        Jwks keys = Jwks.at(roster.uri("/scim/jwks.json"));
        try (OktaOrg org = OktaOrg.at(roster.scim())
                        .token(RunningRoster.TOKEN)
                        .seed(29)
                        .open();
                OktaApi okta = OktaApi.of(org)
                        .attribute(SyncbackConsole.EXTENSION, "Extension", 20)
                        .serviceApp(new ServiceApp(CLIENT, keys, SCOPES, true))
                        .start(0)) {
            okta.hooks().before(calls::add);
            List<Person> people = pushed(org);
            SyncbackConsole console = SyncbackConsole.of(roster);
            console.connect(okta, CLIENT);
            console.switchOn();

            arrives(people.get(0), "+41446681800", console, okta);
            assertThat(calls)
                    .filteredOn(call -> call.path().startsWith("/api/"))
                    .allSatisfy(call -> {
                        assertThat(call.header("Authorization").orElseThrow()).startsWith("DPoP ");
                        assertThat(call.header("DPoP")).isPresent();
                    });

            okta.access().revokeAccessTokens();
            arrives(people.get(1), "+41446681801", console, okta);

            assertThat(console.rotateKey()).contains("Roster signs in with the new key from now on.");
            okta.access().revokeAccessTokens();
            arrives(people.get(2), "+41446681802", console, okta);
            console.switchOff();
        }
    }

    private static void arrives(Person person, String number, SyncbackConsole console, OktaApi okta) {
        console.giveNumbers(person.userName(), 1, number);
        console.writeUntil(() -> !okta.writes().of(person.oktaId()).isEmpty());
        assertThat(okta.writes().of(person.oktaId())).singleElement().satisfies(write -> assertThat(
                        write.sent().getString(SyncbackConsole.NUMBER))
                .isEqualTo(number));
    }

    private List<Person> pushed(OktaOrg org) throws IOException {
        org.hire(3);
        for (Person person : org.people()) {
            org.want(person.with("userName", marker + "." + person.oktaId().toLowerCase(Locale.ROOT)));
        }
        org.push();
        return org.people();
    }
}

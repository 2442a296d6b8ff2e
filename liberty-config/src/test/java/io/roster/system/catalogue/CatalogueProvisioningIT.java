package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Credentials;
import io.roster.okta.simulator.scim.Refusal;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import java.io.IOException;

/** Provisioning is enabled and disabled, with credentials that are right and wrong. */
@OnEachAppKind
class CatalogueProvisioningIT extends OktaCases {

    @OinCase("C9306")
    void theCredentialsAreAcceptedInBothSpellings() throws IOException {
        for (Credentials credentials :
                new Credentials[] {Credentials.bearer(RunningRoster.TOKEN), Credentials.raw(RunningRoster.TOKEN)}) {
            try (OktaOrg org = orgWith("").credentials(credentials).open()) {
                org.errorSuite().testCredentials();
            }
        }
        Person ada = assigned("Ada", "Park");
        assertThat(inRoster(ada).at("/active")).isEqualTo("true");
    }

    @OinCase("C9339")
    void nothingChangesWhileProvisioningIsDisabled() {
        Person ada = assigned("Ada", "Park");
        Person bela = employee("Bela", "Kiss").with(Assignment.ASSIGNED);
        String version = inRoster(ada).at("/meta/version");
        okta.provisioning(false);
        pushed(ada.with("title", "Lead"));
        pushed(bela);
        assertThat(inRoster(ada).at("/meta/version")).isEqualTo(version);
        assertThat(lookedUp(bela.userName())).isEmpty();
        String before = id(ada);
        okta.provisioning(true);
        okta.push();
        assertThat(id(ada)).isEqualTo(before);
        assertThat(inRoster(ada).at("/title")).isEqualTo("Lead");
        assertThat(lookedUp(bela.userName())).containsExactly(id(bela));
    }

    @OinCase("C9340")
    void wrongCredentialsAreRefusedWithAReason() throws IOException {
        try (OktaOrg stranger = orgWith(Names.unique("no-token-of-ours")).open()) {
            assertThatThrownBy(() -> stranger.errorSuite().testCredentials())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("401")
                    .hasMessageContaining("token");
        }
    }

    @OinCase("C9341")
    void whatWasWrongIsMendedByTheRightCredentials() throws IOException {
        Person ada = employee("Ada", "Park").with(Assignment.ASSIGNED);
        try (OktaOrg stranger = orgWith(Names.unique("no-token-of-ours")).open()) {
            stranger.want(ada);
            assertThatThrownBy(stranger::push).isInstanceOf(Refusal.class);
        }
        assertThat(lookedUp(ada.userName())).isEmpty();
        okta.errorSuite().testCredentials();
        pushed(ada);
        assertThat(lookedUp(ada.userName())).containsExactly(id(ada));
    }
}

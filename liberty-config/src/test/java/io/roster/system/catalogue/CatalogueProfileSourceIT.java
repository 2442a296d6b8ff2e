package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.api.Restrictions.Reason;
import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.system.Names;
import io.roster.system.Samples;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;

/** Profile sourcing, as far as it reaches a SCIM server: what Okta imports is right, and nothing is pushed back. */
@OnEachAppKind
class CatalogueProfileSourceIT extends OktaCases {
    private Person ada;

    @BeforeEach
    void somebodyWhomOktaHasFromRoster() {
        String id = roster.post("/Users", Samples.user(Names.unique("ada") + "@acme.example"))
                .is(201)
                .id();
        ada = okta.profileSource().confirm(okta.importUsers().get(id));
    }

    /** Okta pushes nothing to its source, so that the people keep the externalId that they came with. */
    @Override
    boolean isRostersOwn(String difference) {
        return difference.contains(" externalId: ");
    }

    private void change(String attribute, String json) {
        roster.patch("/Users/" + id(ada), "{\"op\":\"replace\",\"value\":{\"" + attribute + "\":" + json + "}}")
                .is(200);
        okta.profileSource().update(okta.importUsers());
    }

    private Person inOkta() {
        return okta.tracked(ada).wanted();
    }

    @OinCase("C9359")
    void peopleOfRosterBecomePeopleOfOkta() {
        assertThat(inOkta().profile().getJsonObject("name").getString("familyName"))
                .isEqualTo("Park");
        assertThat(inOkta().assignment()).isEqualTo(Assignment.ASSIGNED);
        assertThat(requests(okta::push)).isZero();
    }

    @OinCase("C9360")
    void theProfileFollowsRosterAndIsNotEditedInOkta() throws IOException {
        change("title", "\"Chief\"");
        assertThat(inOkta().profile().getString("title")).isEqualTo("Chief");
        try (OktaApi api = OktaApi.of(okta).start(0)) {
            api.restrictions().user(ada.oktaId(), Reason.MASTERED_ELSEWHERE);
            HttpResponse<String> refused = new OktaAdmin(api).edit(ada, "title", "Lead");
            assertThat(refused.body()).contains("E0000076");
        }
        assertThat(requests(okta::push)).isZero();
        assertThat(inRoster(ada).at("/title")).isEqualTo("Chief");
    }

    @OinCase("C9361")
    void whoIsDeactivatedInRosterIsDeactivatedInOkta() {
        change("active", "false");
        assertThat(inOkta().assignment()).isEqualTo(Assignment.DEACTIVATED);
        assertThat(requests(okta::push)).isZero();
        change("active", "true");
        assertThat(inOkta().assignment()).isEqualTo(Assignment.ASSIGNED);
    }
}

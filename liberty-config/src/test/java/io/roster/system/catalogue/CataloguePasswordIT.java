package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.org.Person;
import io.roster.system.Names;
import io.roster.system.Tables;

/** Sync password: Roster accepts what Okta sends and keeps nothing of it, since nobody signs in to Roster with it. */
@OnEachAppKind
class CataloguePasswordIT extends OktaCases {

    @OinCase("C9301")
    void aPasswordIsAcceptedAndKeptNowhere() {
        Person ada = assigned("Ada", "Park");
        String password = Names.unique("Pa55-in-the-clear");
        okta.password(ada, password);
        assertThat(inRoster(ada).text()).doesNotContain("password", password);
        assertThat(Tables.ofShared().thatContain(password)).isEmpty();
        assertThat(server().log()).doesNotContain(password);
    }

    @OinCase("C9302")
    void anotherPasswordChangesNothingElse() {
        Person ada = assigned("Ada", "Park");
        String profile = withoutMeta(ada);
        okta.password(ada, Names.unique("Pa55-first"));
        okta.password(ada, Names.unique("Pa55-second"));
        assertThat(withoutMeta(ada)).isEqualTo(profile);
        pushed(ada.with("title", "Lead"));
        assertThat(inRoster(ada).at("/title")).isEqualTo("Lead");
    }

    private String withoutMeta(Person person) {
        return inRoster(person).text().replaceAll("\"meta\":\\{[^}]*}", "");
    }
}

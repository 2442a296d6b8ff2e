package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.org.Person;
import io.roster.system.Answer;
import io.roster.system.Names;
import io.roster.system.Samples;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Import users and groups: Okta sees everybody whom Roster has, whoever made or changed them. */
@OnEachAppKind
class CatalogueImportIT extends OktaCases {

    @OinCase("C9303")
    void whomOktaDoesNotHaveIsImported() {
        String userName = Names.unique("ada") + "@acme.example";
        String id = roster.post("/Users", Samples.user(userName)).is(201).id();
        JsonObject found = okta.importUsers().get(id);
        assertThat(found.getString("userName")).isEqualTo(userName);
        assertThat(found.getJsonObject("name").getString("familyName")).isEqualTo("Park");
        assertThat(found.getJsonArray("emails")).hasSize(1);
    }

    @OinCase("C9304")
    void asManyAreScannedAsThereAre() {
        Map<String, JsonObject> before = okta.importUsers();
        Person ada = assigned("Ada", "Park");
        Person bela = assigned("Bela", "Kiss");
        Map<String, JsonObject> after = okta.importUsers();
        assertThat(after).hasSize(before.size() + 2).containsKeys(id(ada), id(bela));
        assertThat(roster.get("/Users?startIndex=1&count=2").is(200).total()).isEqualTo(after.size());
    }

    @OinCase("C9305")
    void whatChangedInRosterIsImported() {
        Person ada = assigned("Ada", "Park");
        assertThat(okta.profileSource().update(okta.importUsers())).isEmpty();
        roster.patch("/Users/" + id(ada), "{\"op\":\"replace\",\"value\":{\"title\":\"Chief\"}}")
                .is(200);
        assertThat(okta.profileSource().update(okta.importUsers()))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.oktaId()).isEqualTo(ada.oktaId());
                    assertThat(person.profile().getString("title")).isEqualTo("Chief");
                });
    }

    @OinCase("C9338")
    void groupsAreImportedWithTheirMembers() {
        Person ada = assigned("Ada", "Park");
        String id = RosterGroups.made(roster, "Hotline", List.of(id(ada)));
        Answer group = roster.get("/Groups/" + id).is(200);
        Map<String, JsonObject> imported = okta.importGroups();
        assertThat(imported.get(id).getString("displayName")).isEqualTo(group.at("/displayName"));
        assertThat(imported.get(id).getJsonArray("members").getJsonObject(0).getString("value"))
                .isEqualTo(id(ada));
        String empty = RosterGroups.made(roster, "Empty", List.of());
        assertThat(okta.importGroups()).hasSize(imported.size() + 1).containsKey(empty);
    }
}

package io.roster.system.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.scim.Urn;
import io.roster.system.Answer;
import java.util.Map;
import java.util.TreeMap;

/** Attributes and mapping, and the guide that tells administrators of them. */
@OnEachAppKind
class CatalogueAttributesIT extends OktaCases {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("userName", "string"),
            Map.entry("name", "complex"),
            Map.entry("emails", "complex, several"),
            Map.entry("title", "string"),
            Map.entry("displayName", "string"),
            Map.entry("nickName", "string"),
            Map.entry("preferredLanguage", "string"),
            Map.entry("locale", "string"),
            Map.entry("timezone", "string"),
            Map.entry("userType", "string"),
            Map.entry("phoneNumbers", "complex, several"),
            Map.entry("addresses", "complex, several"),
            Map.entry("active", "boolean"));

    @OinCase("C9289")
    void eachMappedAttributeHasItsType() {
        Map<String, String> types = new TreeMap<>();
        roster.get("/Schemas/" + Urn.USER).is(200).json().getJsonArray("attributes").stream()
                .map(attribute -> attribute.asJsonObject())
                .filter(attribute -> TYPES.containsKey(attribute.getString("name")))
                .forEach(attribute -> types.put(
                        attribute.getString("name"),
                        attribute.getString("type") + (attribute.getBoolean("multiValued") ? ", several" : "")));
        assertThat(types).containsExactlyInAnyOrderEntriesOf(TYPES);
        assertThat(Person.MAPPED)
                .allSatisfy(name -> assertThat(TYPES.containsKey(name) || name.equals(Urn.ENTERPRISE_USER))
                        .isTrue());
        roster.get("/Schemas/" + Urn.ENTERPRISE_USER).is(200);
    }

    @OinCase("C9344")
    void theBasicAttributesArrive() {
        Person ada = assigned("Ada", "Park");
        Answer user = inRoster(ada);
        assertThat(user.at("/userName")).isEqualTo(ada.userName());
        assertThat(user.at("/name/givenName")).isEqualTo("Ada");
        assertThat(user.at("/name/familyName")).isEqualTo("Park");
        assertThat(user.at("/emails/0/value")).isEqualTo(ada.userName());
        assertThat(user.at("/emails/0/primary")).isEqualTo("true");
        assertThat(user.at("/displayName")).isEqualTo("Ada Park");
    }

    @OinCase("C9345")
    void eachMappedAttributeArrivesByItself() {
        Person boss = assigned("Grace", "Hall");
        Person ada = assigned("Ada", "Park");
        Person full = FullProfile.of(ada, boss);
        for (String name : Person.MAPPED) {
            pushed(ada.with(name, full.profile().get(name)).with(Assignment.ASSIGNED));
            assertThat(inRoster(ada).json()).containsKey(name);
            assertThat(okta.pending()).isZero();
        }
    }

    @OinCase("C9299")
    void theConfigurationGuideIsTrue() {
        ConfigurationGuide guide = ConfigurationGuide.read();
        assertThat(guide.sections())
                .contains(
                        "Supported features",
                        "Requirements",
                        "Configuration",
                        "Attributes and mapping",
                        "Known issues and tips",
                        "Troubleshooting");
        assertThat(guide.missingFiles()).isEmpty();
        Map<String, String> announced =
                ConfigurationGuide.announced(roster.get("/Schemas").is(200));
        assertThat(guide.attributes()).hasSizeGreaterThan(Person.MAPPED.size());
        assertThat(announced).containsAllEntriesOf(guide.attributes());
    }
}

package io.roster.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactTest {

    @Test
    void saysWhatIsKnownOfAttributesOfOnesOwn() {
        String document = """
                {"userName":"ada","urn:roster:scim:schemas:extension:custom:2.0:User":
                   {"badge":"B-7","floor":3,"skills":["Go","Java"],"driver":false}}""";
        assertThat(Fact.own(ScimText.parse(document)))
                .extracting(fact -> fact.key() + "=" + fact.value())
                .containsExactly("badge=B-7", "floor=3", "skills=Go", "skills=Java", "driver=false");
        assertThat(Fact.own(ScimText.parse("{\"userName\":\"ada\"}"))).isEmpty();
    }

    @Test
    void saysWhatIsKnownOfAPersonInTheOrderOfThePage() {
        String document = """
                {"userName":"ada@acme.example","name":{"givenName":"Ada"},"nickName":"Adi",
                 "emails":[{"value":"ada@acme.example","type":"work"},{"value":"ada@home.example"}],
                 "roles":[{"value":"phone-admin","display":"Phone administrator"}],
                 "entitlements":[{"value":"x6","type":"License"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                   {"costCenter":"4711","manager":{"value":"1","displayName":"Grace"}}}""";
        assertThat(Fact.of(ScimText.parse(document)).stream()
                        .filter(fact -> !fact.value().isEmpty())
                        .map(fact -> fact.key() + "=" + fact.value()))
                .containsExactly(
                        "userName=ada@acme.example",
                        "givenName=Ada",
                        "emails=ada@acme.example (work)",
                        "emails=ada@home.example",
                        "roles=Phone administrator",
                        "entitlements=x6 (License)",
                        "costCenter=4711",
                        "manager=Grace");
    }

    @Test
    void theNumberThatRosterGaveIsToldFromThoseOfOkta() {
        String document = """
                {"phoneNumbers":[{"value":"+498912340000","type":"work"},{"value":"+20366421758","type":"mobile"}],
                 "urn:roster:scim:schemas:extension:telephony:2.0:User":{"phoneNumber":"+498912340000"}}""";
        assertThat(Fact.of(ScimText.parse(document)).stream().filter(Fact::ours).map(Fact::value))
                .containsExactly("+498912340000 (work)");
        assertThat(Fact.of(ScimText.parse("{\"phoneNumbers\":[{\"value\":\"+498912340000\",\"type\":\"work\"}]}")))
                .noneMatch(Fact::ours);
    }
}

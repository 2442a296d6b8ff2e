package io.roster.okta.simulator.review;

import io.roster.okta.simulator.expectation.Expectations;
import io.roster.okta.simulator.org.Person;
import io.roster.okta.simulator.push.UserBody;
import io.roster.okta.simulator.push.Wire;
import io.roster.okta.simulator.scim.Credentials;
import io.roster.okta.simulator.scim.Json;
import io.roster.okta.simulator.scim.Refusal;
import io.roster.okta.simulator.scim.ResourceKind;
import io.roster.okta.simulator.scim.ScimClient;
import io.roster.okta.simulator.scim.ScimRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Okta's test of the credentials and the error cases of its SPEC test suite. Every method throws {@link Refusal} for an
 * answer that Okta would refuse.
 *
 * @param wire where the requests go
 */
public record ErrorSuite(Wire wire) {

    /** What Okta sends when its admin presses "Test API Credentials". */
    public void testCredentials() {
        wire.page(ResourceKind.USER, 1, 2);
        wire.page(ResourceKind.GROUP, 1, 100);
    }

    /** A wrong token is answered 401, an unknown id 404, an unknown name by an empty list. */
    public void refusals() {
        ScimClient stranger = wire.client().as(Credentials.bearer("not-a-token-" + UUID.randomUUID()));
        Expectations.error(stranger.send(ScimRequest.page(ResourceKind.USER, 1, 2)), 401);
        for (ResourceKind kind : ResourceKind.values()) {
            String unknown = UUID.randomUUID().toString();
            Expectations.error(wire.client().send(ScimRequest.read(kind, unknown)), 404);
        }
        String nobody = "nobody." + UUID.randomUUID() + "@acme.example";
        if (wire.findUser(nobody, Optional.empty()).isPresent()) {
            throw new IllegalStateException("The app knows " + nobody);
        }
    }

    /** A second create of a person is answered 409 uniqueness, also in other letters: userName has no case. */
    public void duplicate(Person person) {
        String upper = person.userName().toUpperCase(java.util.Locale.ROOT);
        for (String userName : new String[] {person.userName(), upper}) {
            Person twin = person.with("userName", userName);
            ScimRequest again = ScimRequest.create(
                    ResourceKind.USER,
                    Json.object(UserBody.expected(twin)).remove("externalId").build());
            Expectations.duplicate(wire.client().send(again));
        }
    }
}

package io.roster.okta.simulator.oauth;

import io.roster.okta.simulator.jwt.PublicKeys;
import io.roster.okta.simulator.jwt.SignedJwt;
import java.util.OptionalLong;

/**
 * A client's assertion of who it is (RFC 7523 section 3), as Okta checks it.
 *
 * @param jwt what it sent
 */
record ClientAssertion(SignedJwt jwt) {
    /** How far ahead an assertion may end. */
    private static final long HOUR = 3600;

    static ClientAssertion parse(String jwt) {
        try {
            return new ClientAssertion(SignedJwt.parse(jwt));
        } catch (IllegalArgumentException e) {
            throw refused("The client_assertion is no JWT");
        }
    }

    /** The client that it names. */
    String client() {
        return jwt.text("sub");
    }

    /** Refuses it unless it is this app's, for this audience, now. */
    void check(ServiceApp app, String audience, long seconds) {
        if (!jwt.text("iss").equals(client())) {
            throw refused("The issuer and the subject of the client_assertion must be the client_id");
        }
        if (!jwt.text("aud").equals(audience)) {
            throw refused("The audience of the client_assertion must be " + audience);
        }
        OptionalLong ends = jwt.number("exp");
        if (ends.isEmpty() || ends.getAsLong() <= seconds) {
            throw refused("The client_assertion token is expired");
        }
        if (ends.getAsLong() > seconds + HOUR) {
            throw refused("The client_assertion token has an expiration too far into the future");
        }
        if (!PublicKeys.knows(jwt.algorithm())) {
            throw refused("The client_assertion is signed with " + jwt.algorithm() + ", which is not accepted");
        }
        if (app.keys().keys(jwt.header().getString("kid", null)).stream().noneMatch(jwt::isSignedWith)) {
            throw refused("The client_assertion signature is invalid");
        }
    }

    private static OAuthError refused(String description) {
        return new OAuthError(401, "invalid_client", description);
    }
}

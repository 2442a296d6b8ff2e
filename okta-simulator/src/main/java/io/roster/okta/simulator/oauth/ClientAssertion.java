package io.roster.okta.simulator.oauth;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A client's assertion of who it is (RFC 7523 section 3), as Okta checks it.
 *
 * @param header algorithm and key id
 * @param claims iss, sub, aud, exp, jti
 * @param signed what the signature is of
 * @param signature the signature
 */
record ClientAssertion(JsonObject header, JsonObject claims, String signed, byte[] signature) {
    /** How far ahead an assertion may end. */
    private static final long HOUR = 3600;

    static ClientAssertion parse(String jwt) {
        String[] parts = jwt.split("\\.");
        try {
            if (parts.length == 3) {
                return new ClientAssertion(
                        json(parts[0]),
                        json(parts[1]),
                        parts[0] + "." + parts[1],
                        Base64.getUrlDecoder().decode(parts[2]));
            }
        } catch (IllegalArgumentException | JsonException e) {
            throw refused("The client_assertion is no JWT");
        }
        throw refused("The client_assertion is no JWT");
    }

    private static JsonObject json(String part) {
        return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    /** The client that it names. */
    String client() {
        return claims.getString("sub", "");
    }

    /** Refuses it unless it is this app's, for this audience, now. */
    void check(ServiceApp app, String audience, long seconds) {
        if (!claims.getString("iss", "").equals(client())) {
            throw refused("The issuer and the subject of the client_assertion must be the client_id");
        }
        if (!(claims.get("aud") instanceof JsonString aud) || !aud.getString().equals(audience)) {
            throw refused("The audience of the client_assertion must be " + audience);
        }
        if (!(claims.get("exp") instanceof JsonNumber exp) || exp.longValue() <= seconds) {
            throw refused("The client_assertion token is expired");
        }
        if (exp.longValue() > seconds + HOUR) {
            throw refused("The client_assertion token has an expiration too far into the future");
        }
        String algorithm = header.getString("alg", "");
        if (!PublicKeys.knows(algorithm)) {
            throw refused("The client_assertion is signed with " + algorithm + ", which is not accepted");
        }
        byte[] text = signed.getBytes(StandardCharsets.US_ASCII);
        if (app.keys().keys(header.getString("kid", null)).stream()
                .noneMatch(key -> PublicKeys.verify(key, algorithm, text, signature))) {
            throw refused("The client_assertion signature is invalid");
        }
    }

    private static OAuthError refused(String description) {
        return new OAuthError(401, "invalid_client", description);
    }
}

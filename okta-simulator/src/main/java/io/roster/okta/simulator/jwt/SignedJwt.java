package io.roster.okta.simulator.jwt;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * A JWT in compact form (RFC 7515 section 3.1).
 *
 * @param header algorithm, type, key
 * @param claims what it says
 * @param signed what the signature is of
 * @param signature the signature
 */
public record SignedJwt(JsonObject header, JsonObject claims, String signed, byte[] signature) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SignedJwt parse(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A JWT has three parts");
        }
        return new SignedJwt(
                json(parts[0]),
                json(parts[1]),
                parts[0] + "." + parts[1],
                Base64.getUrlDecoder().decode(parts[2]));
    }

    private static JsonObject json(String part) {
        try {
            return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Which algorithm signed it, as it says. */
    public String algorithm() {
        return header.getString("alg", "");
    }

    /** A claim that is a text; an empty one where there is none. */
    public String text(String claim) {
        return claims.getString(claim, "");
    }

    /** A claim that is a number. */
    public OptionalLong number(String claim) {
        return claims.get(claim) instanceof JsonNumber number
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    /** Whether the private half of this key signed it. */
    public boolean isSignedWith(JsonObject key) {
        return PublicKeys.knows(algorithm())
                && PublicKeys.verify(key, algorithm(), signed.getBytes(StandardCharsets.US_ASCII), signature);
    }
}

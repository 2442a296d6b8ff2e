package io.roster.okta.simulator.jwt;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Checks proofs of possession (DPoP, RFC 9449 section 4.3) as Okta does: requests for tokens need a nonce, which is renewed
 * every day and lasts for three more, calls of the API need none. Thread-safe.
 */
public final class Proofs {
    private static final long FIVE_MINUTES = 300;
    private static final long DAY = 86_400;
    private static final int NONCE_DAYS = 3;

    private final Clock clock;
    private final String secret = UUID.randomUUID().toString();
    private final AtomicLong sweep = new AtomicLong();
    private final Map<String, Long> used = new ConcurrentHashMap<>();

    /** No proof has been used. */
    public Proofs(Clock clock) {
        this.clock = clock;
    }

    /** The nonce of today. */
    public String nonce() {
        return nonce(0);
    }

    private String nonce(int daysAgo) {
        return digest(secret + (clock.millis() / 1000 / DAY - daysAgo));
    }

    /**
     * Checks the proof of a request for a token.
     *
     * @return which key it is of (RFC 7638)
     * @throws ProofRefused when it is not in order
     */
    public String ofTokenRequest(String proof, String address) {
        SignedJwt jwt = checked(proof, "POST", address);
        String given = jwt.text("nonce");
        if (given.isEmpty()) {
            throw new ProofRefused("use_dpop_nonce", "Authorization server requires nonce in DPoP proof.");
        }
        for (int day = 0; day <= NONCE_DAYS; day++) {
            if (given.equals(nonce(day))) {
                return thumbprint(jwt.header().getJsonObject("jwk"));
            }
        }
        throw invalid("'nonce' claim in the DPoP proof JWT is invalid.");
    }

    /** Checks that the call's proof is of the key that the token was given to. */
    public void ofCall(String proof, String method, String address, String token, String key) {
        SignedJwt jwt = checked(proof, method, address);
        if (!jwt.text("ath").equals(digest(token))) {
            throw invalid("'ath' claim in the DPoP proof JWT is invalid.");
        }
        if (!thumbprint(jwt.header().getJsonObject("jwk")).equals(key)) {
            throw invalid("The DPoP proof JWT is signed with another key than the access token is bound to.");
        }
    }

    private SignedJwt checked(String proof, String method, String address) {
        if (proof.isEmpty()) {
            throw invalid("The DPoP proof JWT header is missing.");
        }
        SignedJwt jwt = parsed(proof);
        JsonValue key = jwt.header().get("jwk");
        if (!jwt.header().getString("typ", "").equals("dpop+jwt")) {
            throw invalid("The 'typ' header of the DPoP proof JWT must be dpop+jwt.");
        }
        if (!(key instanceof JsonObject jwk) || jwk.containsKey("d") || !jwt.isSignedWith(jwk)) {
            throw invalid("The DPoP proof JWT's signature or key is invalid.");
        }
        require(jwt, "htm", method);
        require(jwt, "htu", address);
        long now = clock.millis() / 1000;
        OptionalLong issued = jwt.number("iat");
        if (issued.isEmpty() || Math.abs(issued.getAsLong() - now) > FIVE_MINUTES) {
            throw invalid("'iat' claim in the DPoP proof JWT is invalid.");
        }
        forgetUsed(now);
        if (jwt.text("jti").isEmpty() || used.putIfAbsent(jwt.text("jti"), now + 2 * FIVE_MINUTES) != null) {
            throw invalid("'jti' claim in the DPoP proof JWT is invalid.");
        }
        return jwt;
    }

    // Now and then: there is one for each call.
    private void forgetUsed(long now) {
        long due = sweep.get();
        if (now >= due && sweep.compareAndSet(due, now + FIVE_MINUTES)) {
            used.values().removeIf(until -> until < now);
        }
    }

    private static SignedJwt parsed(String proof) {
        try {
            return SignedJwt.parse(proof);
        } catch (IllegalArgumentException e) {
            throw invalid("The DPoP proof JWT is malformed.");
        }
    }

    private static void require(SignedJwt jwt, String claim, String value) {
        if (!jwt.text(claim).equals(value)) {
            throw invalid("'" + claim + "' claim in the DPoP proof JWT is invalid.");
        }
    }

    private static ProofRefused invalid(String description) {
        return new ProofRefused("invalid_dpop_proof", description);
    }

    private static String thumbprint(JsonObject key) {
        String[] names = key.getString("kty", "").equals("EC")
                ? new String[] {"crv", "kty", "x", "y"}
                : new String[] {"e", "kty", "n"};
        StringBuilder json = new StringBuilder();
        for (String name : names) {
            json.append(json.isEmpty() ? "{\"" : ",\"")
                    .append(name)
                    .append("\":")
                    .append(key.get(name));
        }
        return digest(json.append('}').toString());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

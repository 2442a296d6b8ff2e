package io.roster.syncback.okta;

import io.roster.okta.ProofKey;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;

/**
 * What a service app has to prove about its access tokens (DPoP, RFC 9449): nothing, until Okta says that it must. Nonces
 * are the server's; the token endpoint has one of its own, which Okta renews every day.
 */
final class Proofs {

    private final URI tokenEndpoint;
    private volatile ProofKey key;
    private volatile String nonce;
    private volatile String nonceOfCalls;

    Proofs(URI tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    /** {@return what a request for a token proves; null for nothing} */
    String ofTokenRequest(Instant now) {
        return key == null ? null : key.proof("POST", tokenEndpoint, now, nonce, null);
    }

    /** {@return what a call proves that is sent with this token} */
    String ofCall(String method, URI address, String accessToken) {
        return key.proof(method, address, Instant.now(), nonceOfCalls, accessToken);
    }

    /** Keeps the nonce that the token endpoint gives for the next request. */
    void heard(Response response) {
        String given = Headers.first(response.getHeaders(), "DPoP-Nonce");
        if (!given.isEmpty()) {
            nonce = given;
        }
    }

    /** Keeps the nonce that an answer to a call gives for the next one. */
    void heardOfCall(String given) {
        nonceOfCalls = given;
    }

    /** {@return whether a request for a token that was refused with this code can do better now} */
    boolean canAnswer(String errorCode) {
        return switch (errorCode) {
            case "invalid_dpop_proof" -> {
                // there was no proof yet, or its nonce may be too old
                boolean better = key == null || nonce != null;
                needKey();
                nonce = null;
                yield better;
            }
            case "use_dpop_nonce" -> {
                needKey();
                yield nonce != null;
            }
            default -> false;
        };
    }

    private void needKey() {
        if (key == null) {
            key = ProofKey.generate();
        }
    }
}

package io.roster.okta;

import io.roster.okta.StoredSecret.Kind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Collectors;

/** The public halves of the keys, which Okta reads to check what Roster signed. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jwks {

    @Inject
    private StoredSecrets secrets;

    /**
     * The keys that are used, will be used, and were used not long ago.
     *
     * @return a JWK set (RFC 7517, section 5); without keys where there are none
     */
    public String json() {
        Instant now = Instant.now();
        return secrets.all(Kind.PRIVATE_KEY).stream()
                .filter(key -> key.getRetires() == null || key.getRetires().isAfter(now))
                .map(StoredSecret::getPublicJwk)
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}

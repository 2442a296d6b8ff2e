package io.roster.access;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who may sign in to the console. Without a transaction of its own: hashing a password takes about as long as a hundred
 * database transactions, and no connection waits for it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Administrators {

    /** The administrator who exists from the first start on. */
    public static final String BOOTSTRAP = "admin";

    // OWASP's password storage recommendation for PBKDF2 with HMAC-SHA-512.
    private static final Map<String, String> HASHING = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    @Inject
    private Pbkdf2PasswordHash hash;

    @EJB
    private SignInAttempts attempts;

    @PostConstruct
    void configureHashing() {
        hash.initialize(HASHING);
    }

    /**
     * Checks a password.
     *
     * @param userName in any case
     * @param password the password
     * @param address the IP address that the attempt comes from
     * @return the administrator; empty when there is none of that name or the password is another, which is not told
     *     apart, and takes the same time
     * @throws TooManyAttemptsException after several wrong passwords from that address, for a time that doubles with each
     */
    public Optional<Administrator> authenticate(String userName, String password, String address) {
        String key = userName.toLowerCase(Locale.ROOT);
        String network = Network.of(address);
        Administrator administrator = attempts.begin(key, network, Instant.now());
        if (administrator == null) {
            hash.generate(password.toCharArray());
            return Optional.empty();
        }
        if (!hash.verify(password.toCharArray(), administrator.getPasswordHash())) {
            return Optional.empty();
        }
        attempts.succeeded(key, network);
        return Optional.of(administrator);
    }

    /**
     * Sees to it that {@value #BOOTSTRAP} can sign in, at every start: makes the account, or sets its password to the one
     * given, which is the way back in after it was forgotten.
     *
     * @param password the password, {@code null} to leave an account alone that exists and make one with a random password
     *     where there is none
     * @return the random password, if one was made; it is kept nowhere
     */
    public Optional<String> ensureBootstrap(String password) {
        Administrator administrator = attempts.find(BOOTSTRAP);
        boolean settled = administrator != null
                && (password == null || hash.verify(password.toCharArray(), administrator.getPasswordHash()));
        if (settled) {
            return Optional.empty();
        }
        String chosen = password == null ? random() : password;
        attempts.store(BOOTSTRAP, Roles.ADMINISTRATOR, hash.generate(chosen.toCharArray()), Instant.now());
        return password == null ? Optional.of(chosen) : Optional.empty();
    }

    private static String random() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

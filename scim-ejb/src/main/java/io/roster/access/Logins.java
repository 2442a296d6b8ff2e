package io.roster.access;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Who is signed in to the console. A login is a row that every server of the database knows, so it outlives a restart
 * and holds at each of them; signing out ends this one and no other of the same administrator's.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Logins {

    /** After how long without a request a login is over. */
    public static final Duration IDLE = Duration.ofHours(1);

    /** After how long a login is over in any case. */
    public static final Duration LONGEST = Duration.ofHours(12);

    // Writing down each request would cost more than reading does.
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private static final String BY_HASH = "select l.user_name, a.role, l.seen_at from console_login l"
            + " join administrator a on a.user_name = l.user_name"
            + " where l.secret_hash = ? and l.seen_at > ? and l.began_at > ?";

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private LoginWriter writer;

    /**
     * Signs somebody in whose password, or whatever else proves it, was found right.
     *
     * @param userName of the administrator, in lower case
     * @return the secret for the browser's cookie; it is kept nowhere
     */
    public String begin(String userName) {
        TokenSecret secret = TokenSecret.ofLogin();
        writer.begin(secret.hash(), userName, Instant.now());
        return secret.value();
    }

    /**
     * Finds out whose login it is, and notes that it is in use.
     *
     * @param secret what the browser's cookie says; anything
     * @return empty where it is over, was signed out, or never was
     */
    public Optional<SignedIn> find(String secret) {
        String hash = new TokenSecret(secret).hash();
        Instant now = Instant.now();
        return Sql.of(
                        BY_HASH,
                        hash,
                        now.minus(IDLE).toEpochMilli(),
                        now.minus(LONGEST).toEpochMilli())
                .list(dataSource, row -> {
                    if (row.getLong(3) < now.minus(GRAIN).toEpochMilli()) {
                        writer.seen(hash, now);
                    }
                    return new SignedIn(row.getString(1), row.getString(2));
                })
                .stream()
                .findFirst();
    }

    /**
     * Signs out.
     *
     * @param secret what the browser's cookie says; that of nobody is left alone
     */
    public void end(String secret) {
        writer.end(new TokenSecret(secret).hash());
    }
}

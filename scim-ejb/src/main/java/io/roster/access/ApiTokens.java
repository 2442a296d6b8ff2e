package io.roster.access;

import io.roster.persistence.Ids;
import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import io.roster.scim.protocol.ScimException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The API tokens with which Okta and other provisioning clients come in. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
public class ApiTokens {

    private static final int NAME_LENGTH = 100;
    private static final String PERSON =
            "select new io.roster.access.TokenOwner(p.id, p.userName, p.active) from Person p where ";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @Resource
    private SessionContext session;

    @EJB
    private TokenUse use;

    /** @return every token, the newest first, revoked and expired ones included */
    public List<OwnedToken> list() {
        List<ApiToken> found = entities.createQuery(
                        "select t from ApiToken t order by t.created desc, t.id desc", ApiToken.class)
                .getResultList();
        Map<String, TokenOwner> owners = entities.createQuery(
                        PERSON + "p.id in (select t.personId from ApiToken t)", TokenOwner.class)
                .getResultStream()
                .collect(Collectors.toMap(TokenOwner::id, owner -> owner));
        return found.stream()
                .map(token -> new OwnedToken(token, owner(token.getPersonId(), owners)))
                .toList();
    }

    private static TokenOwner owner(String personId, Map<String, TokenOwner> known) {
        return personId == null ? null : known.getOrDefault(personId, new TokenOwner(personId, null, false));
    }

    /**
     * Makes a token.
     *
     * @param name what to call it, 1 to 100 characters
     * @param scope what it may do
     * @param expires from when on it is refused; {@code null} for never
     * @param userName whose it is to be, in any case; blank or {@code null} for nobody's
     * @return the token with its secret, which is not kept
     * @throws IllegalArgumentException when the name is blank or too long, there is no scope, the expiry is not in the future, or nobody
     *     who may act has that userName; the message is a key of the console's bundle
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public IssuedToken issue(String name, Scope scope, Instant expires, String userName) {
        String trimmed = name == null ? "" : name.strip();
        if (trimmed.isEmpty() || trimmed.length() > NAME_LENGTH) {
            throw new IllegalArgumentException("token.name.length");
        }
        if (scope == null) {
            throw new IllegalArgumentException("token.scope.missing");
        }
        Instant now = Instant.now();
        if (expires != null && !expires.isAfter(now)) {
            throw new IllegalArgumentException("token.expiry.past");
        }
        TokenSecret secret = TokenSecret.random();
        ApiToken token = new ApiToken(
                Ids.next(),
                trimmed,
                secret,
                scope,
                now,
                session.getCallerPrincipal().getName());
        token.expireAt(expires);
        if (userName != null && !userName.isBlank()) {
            token.belongTo(activePerson(userName.strip()));
        }
        entities.persist(token);
        return new IssuedToken(token, secret.value());
    }

    private String activePerson(String userName) {
        TokenOwner person = entities.createQuery(PERSON + "p.userNameKey = :key", TokenOwner.class)
                .setParameter("key", Keys.fold(userName))
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("token.person.unknown"));
        if (!person.active()) {
            throw new IllegalArgumentException("token.person.inactive");
        }
        return person.id();
    }

    /**
     * Revokes a token. The next request that brings it is refused, on every server. A token that is revoked already, or
     * does not exist, is left as it is.
     *
     * @param id the token's id
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void revoke(String id) {
        ApiToken token = entities.find(ApiToken.class, id);
        if (token != null) {
            token.revoke(Instant.now(), session.getCallerPrincipal().getName());
        }
    }

    /**
     * Recognises a caller by the {@code Authorization} header: {@code Bearer} and a token, the token alone, or Basic with
     * the token as password (RFC 7617), the three forms in which Okta sends one. The database is asked each time, so that
     * a revocation holds at once on every server.
     *
     * @param authorization the header, or {@code null}
     * @return the caller, without a request id
     * @throws ScimException 401, saying whether the header is missing, or the token unknown, expired, revoked, or that of
     *     a person who was deactivated or deleted
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Caller authenticate(String authorization) {
        TokenSecret secret = AuthorizationHeader.secret(authorization);
        String hash = secret.hash();
        StoredToken token = Sql.of(StoredToken.BY_HASH, hash).list(dataSource, StoredToken::of).stream()
                .filter(found -> sameHash(hash, found.secretHash()))
                .findFirst()
                .orElseThrow(() -> ScimException.unauthorized("The API token is not known here. Copy a token from"
                        + " Roster's console (Identity management, API tokens) into the Okta app's provisioning"
                        + " settings."));
        Instant now = Instant.now();
        token.requireValidAt(now);
        if (TokenUse.isWorthNoting(token, now)) {
            use.store(token.id(), now);
        }
        return new Caller(Caller.Kind.TOKEN, token.id(), token.name(), token.scope(), null, token.owner());
    }

    /**
     * Sees to it that a token with a given secret exists, as the start does with {@code ROSTER_BOOTSTRAP_SCIM_TOKEN}. One
     * that exists, revoked or not, is left as it is. Two servers that start at once may both try: the one that comes
     * second fails on the unique secret.
     *
     * @param name what to call it
     * @param secret what the client will send
     */
    @PermitAll
    public void ensure(String name, String secret) {
        TokenSecret given = new TokenSecret(secret);
        boolean exists = !entities.createQuery("select t.id from ApiToken t where t.secretHash = :hash", String.class)
                .setParameter("hash", given.hash())
                .getResultList()
                .isEmpty();
        if (!exists) {
            entities.persist(new ApiToken(Ids.next(), name, given, Scope.WRITE, Instant.now(), "start"));
        }
    }

    private static boolean sameHash(String hash, String stored) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), stored.getBytes(StandardCharsets.US_ASCII));
    }
}

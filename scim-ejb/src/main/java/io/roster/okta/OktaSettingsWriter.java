package io.roster.okta;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.audit.Action;
import io.roster.audit.AuditTrail;
import io.roster.audit.Changes;
import io.roster.audit.Entry;
import io.roster.okta.OktaRefused.Reason;
import io.roster.okta.StoredSecret.Kind;
import io.roster.okta.StoredSecret.State;
import io.roster.persistence.Documents;
import io.roster.persistence.Ids;
import io.roster.settings.Seals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Writes for {@link OktaSettings}: the settings and their event in one transaction a call. The connection's row is locked
 * first, so that those who change secrets wait for each other.
 */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OktaSettingsWriter {

    /** How long a key is served that is not used any more: Okta may check an assertion that was signed before. */
    public static final Duration SERVED_AFTER = Duration.ofDays(1);

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private StoredSecrets secrets;

    @Inject
    private Seals seals;

    @Inject
    private AuditTrail audit;

    /** As {@link OktaSettings#connect}; the key is {@code null} where there is one already. */
    public boolean connect(Caller caller, ConnectionForm form, Instant seen, SigningKey made) {
        ConnectionSettings settings = locked();
        settings.requireConnection(seen);
        URI url = form.checkedUrl();
        boolean serviceApp = form.authentication() == Authentication.SERVICE_APP;
        String clientId = serviceApp ? form.checkedClientId() : settings.getClientId();
        JsonObject before = described(settings);
        boolean elsewhere = settings.getUrl() != null && !settings.getUrl().equals(url.toString());
        boolean removed = false;
        if (!serviceApp && form.hasToken()) {
            replaceToken(form.checkedToken(), caller);
        } else if (elsewhere) {
            removed = removeTokens() > 0;
        }
        if (serviceApp && made != null) {
            add(made, caller);
        }
        settings.connect(url, form.authentication(), clientId, Documents.now(), caller.name());
        entities.flush();
        record(caller, before, described(settings));
        return removed;
    }

    /** As {@link OktaSettings#write}. */
    public Void write(Caller caller, OktaAttributes attributes, Instant seen) {
        ConnectionSettings settings = locked();
        settings.requireAttributes(seen);
        JsonObject before = described(settings);
        settings.write(attributes, Documents.now(), caller.name());
        record(caller, before, described(settings));
        return null;
    }

    /** As {@link OktaSettings#forgetToken}. */
    public Void forgetToken(Caller caller) {
        ConnectionSettings settings = locked();
        JsonObject before = described(settings);
        if (removeTokens() > 0) {
            settings.forgetToken(Documents.now(), caller.name());
            entities.flush();
            record(caller, before, described(locked()));
        }
        return null;
    }

    /** As {@link OktaSettings#makeKey}. */
    public Void addKey(Caller caller, SigningKey made) {
        JsonObject before = described(locked());
        add(made, caller);
        entities.flush();
        record(caller, before, described(locked()));
        return null;
    }

    /** As {@link OktaSettings#useNextKey}. */
    public Void useNextKey(Caller caller, String id) {
        JsonObject before = described(locked());
        StoredSecret next = secrets.all(Kind.PRIVATE_KEY).stream()
                .filter(key -> key.getId().equals(id) && key.getState() == State.NEXT)
                .findFirst()
                .orElseThrow(() -> new OktaRefused(Reason.KEY_GONE, null));
        retireCurrent();
        next.use();
        entities.flush();
        record(caller, before, described(locked()));
        return null;
    }

    /** As {@link OktaSettings#added}. */
    public void added(Caller caller, URI org, String name) {
        JsonObject added = SettingsDescription.ofAttribute(org, name);
        audit.record(Entry.done(
                caller,
                Action.CREATED,
                200,
                "OktaAttribute",
                OktaSettings.RESOURCE,
                name,
                Changes.between(JsonValue.EMPTY_JSON_OBJECT, added)));
    }

    // A key that cannot be read is of no use to wait for: the new one takes its place at once.
    private void add(SigningKey made, Caller caller) {
        List<StoredSecret> keys = secrets.all(Kind.PRIVATE_KEY);
        boolean used = keys.stream().anyMatch(key -> key.getState() == State.CURRENT && secrets.isReadable(key));
        if (!used) {
            retireCurrent();
        }
        Instant now = Documents.now();
        keys.stream()
                .filter(key -> key.getState() == State.NEXT
                        || (key.getRetires() != null && key.getRetires().isBefore(now)))
                .forEach(entities::remove);
        entities.persist(StoredSecret.key(made, used ? State.NEXT : State.CURRENT, seals, now, caller.name()));
    }

    private void retireCurrent() {
        Instant until = Documents.now().plus(SERVED_AFTER);
        secrets.all(Kind.PRIVATE_KEY).stream()
                .filter(key -> key.getState() == State.CURRENT)
                .forEach(key -> key.retire(until));
    }

    private void replaceToken(String token, Caller caller) {
        removeTokens();
        entities.persist(StoredSecret.token(Ids.next(), token, seals, Documents.now(), caller.name()));
    }

    private int removeTokens() {
        List<StoredSecret> tokens = secrets.all(Kind.API_TOKEN);
        tokens.forEach(entities::remove);
        return tokens.size();
    }

    private ConnectionSettings locked() {
        return entities.find(ConnectionSettings.class, ConnectionSettings.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private JsonObject described(ConnectionSettings settings) {
        return SettingsDescription.of(settings, secrets.all(Kind.API_TOKEN), secrets.all(Kind.PRIVATE_KEY));
    }

    private void record(Caller caller, JsonObject before, JsonObject after) {
        if (!before.equals(after)) {
            audit.record(Entry.done(
                    caller,
                    Action.UPDATED,
                    200,
                    "OktaConnection",
                    OktaSettings.RESOURCE,
                    after.getString("url", null),
                    Changes.between(before, after)));
        }
    }
}

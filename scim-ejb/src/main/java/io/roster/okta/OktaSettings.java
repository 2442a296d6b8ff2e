package io.roster.okta;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.okta.OktaCredentials.ServiceApp;
import io.roster.okta.StoredSecret.Kind;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Ids;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The connection to Okta as the console shows and saves it. No secret comes out of here. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OktaSettings {

    /** The id under which events tell of changes of the connection to Okta. */
    public static final String RESOURCE = "okta-connection";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @EJB
    private OktaSettingsWriter writer;

    @Inject
    private StoredSecrets secrets;

    @EJB
    private SecretUse use;

    @Resource
    private SessionContext session;

    /** {@return what is saved, or what a new Roster begins with} */
    public ConnectionSettings read() {
        return entities.find(ConnectionSettings.class, ConnectionSettings.ONLY);
    }

    /** {@return the API token, empty when none is stored} */
    public Optional<StoredSecret> token() {
        return secrets.all(Kind.API_TOKEN).stream().findFirst();
    }

    /** {@return the keys that are served: the newest first, at most one of which is used} */
    public List<StoredSecret> keys() {
        Instant now = Instant.now();
        return secrets.all(Kind.PRIVATE_KEY).stream()
                .filter(key -> key.getRetires() == null || key.getRetires().isAfter(now))
                .toList();
    }

    /**
     * Whether Roster can use a secret that it stored.
     *
     * @param secret a token or a key
     * @return false when it was sealed with another ROSTER_SECRET_KEY: it has to be entered, or made, again
     */
    public boolean isReadable(StoredSecret secret) {
        return secrets.isReadable(secret);
    }

    /**
     * Saves where Okta is and how to sign in there. With another URL a stored API token is removed: it belongs to the old
     * one. A service app gets a key when there is none.
     *
     * @param form what was typed
     * @param seen when what stood on the page was saved ({@link ConnectionSettings#getConnectionSaved()})
     * @return whether a stored API token was removed because of another URL
     * @throws OktaRefused when the URL, the token or the client id is not one, or somebody else has saved since then
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean connect(ConnectionForm form, Instant seen) {
        Caller caller = caller();
        boolean lacksKey = form.authentication() == Authentication.SERVICE_APP
                && usableKeys().isEmpty();
        form.checkedUrl();
        SigningKey made = lacksKey ? SigningKey.generate(Ids.next()) : null;
        return Conflicts.retried(() -> writer.connect(caller, form, seen, made));
    }

    /**
     * Saves which attributes get the extension and the number.
     *
     * @param attributes as typed; a blank one is off
     * @param seen when what stood on the page was saved ({@link ConnectionSettings#getAttributesSaved()})
     * @throws OktaRefused when one cannot be the name of an attribute that Roster writes, or both are the same, or somebody
     *     else has saved since then
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void write(OktaAttributes attributes, Instant seen) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.write(caller, attributes.checked(), seen));
    }

    /** Removes the stored API token; nothing is written to Okta until there is another one. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void forgetToken() {
        Caller caller = caller();
        Conflicts.retried(() -> writer.forgetToken(caller));
    }

    /** Makes a key pair. The first one is used at once; a later one is served, and used after {@link #useNextKey}. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void makeKey() {
        Caller caller = caller();
        SigningKey made = SigningKey.generate(Ids.next());
        Conflicts.retried(() -> writer.addKey(caller, made));
    }

    /**
     * Signs in with the next key from now on. The one before is served for {@link OktaSettingsWriter#SERVED_AFTER}; its
     * private half is gone at once.
     *
     * @param id the next key
     * @throws OktaRefused when it is not the next key any more
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void useNextKey(String id) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.useNextKey(caller, id));
    }

    /**
     * A connection as it would be with what was typed, where nothing was typed with what is stored. A stored token is
     * given to the stored URL only. That a stored secret is used is remembered.
     *
     * @param form what was typed
     * @return the connection, with its secret
     * @throws OktaRefused when something is missing or is none
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public OktaConnection draft(ConnectionForm form) {
        OktaConnection connection = secrets.draft(form, read());
        if (form.authentication() == Authentication.SERVICE_APP || !form.hasToken()) {
            use.note(form.authentication());
        }
        return connection;
    }

    /**
     * The saved connection as it would be with the key that is served and not used yet.
     *
     * @param id the next key
     * @return empty where no service app is saved that could sign in with it
     * @throws OktaRefused when it is not the next key any more, or cannot be read
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Optional<OktaConnection> withNextKey(String id) {
        ConnectionSettings saved = read();
        boolean complete = saved.getAuthentication() == Authentication.SERVICE_APP
                && saved.getUrl() != null
                && saved.getClientId() != null;
        return complete
                ? Optional.of(new OktaConnection(
                        URI.create(saved.getUrl()), new ServiceApp(saved.getClientId(), secrets.nextKey(id))))
                : Optional.empty();
    }

    /**
     * Records that an attribute was added to Okta's schema from here.
     *
     * @param org where
     * @param name the attribute
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void added(OktaConnection org, String name) {
        writer.added(caller(), org.url(), name);
    }

    private List<StoredSecret> usableKeys() {
        return keys().stream().filter(this::isReadable).toList();
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

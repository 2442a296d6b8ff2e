package io.roster.okta;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The saved connection, for what calls Okta by itself. It has the secret in it and goes to no page. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OktaConnections {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private StoredSecrets secrets;

    @EJB
    private SecretUse use;

    /**
     * The saved connection; that it is used is remembered.
     *
     * @return the connection, with its secret
     * @throws OktaRefused when something is missing, or cannot be read with the present ROSTER_SECRET_KEY
     */
    public OktaConnection current() {
        ConnectionSettings saved = settings();
        OktaConnection connection = secrets.draft(
                new ConnectionForm(saved.getUrl(), saved.getAuthentication(), saved.getClientId(), null), saved);
        use.note(saved.getAuthentication());
        return connection;
    }

    /** {@return which attributes get the extension and the number} */
    public OktaAttributes attributes() {
        return settings().getAttributes();
    }

    private ConnectionSettings settings() {
        return entities.find(ConnectionSettings.class, ConnectionSettings.ONLY);
    }
}

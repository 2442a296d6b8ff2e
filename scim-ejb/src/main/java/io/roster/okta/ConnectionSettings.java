package io.roster.okta;

import io.roster.okta.OktaRefused.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/** What is saved about the connection to Okta. There is one; its secrets are {@link StoredSecret}s. */
@Entity
@Table(name = "okta_connection")
public class ConnectionSettings {

    static final int ONLY = 1;

    @Id
    private int id;

    @Version
    private long version;

    private String url;

    @Enumerated(EnumType.STRING)
    private Authentication authentication;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "connection_saved_at")
    private Instant connectionSaved;

    @Column(name = "connection_saved_by")
    private String connectionSavedBy;

    @Column(name = "extension_attribute")
    private String extensionAttribute;

    @Column(name = "number_attribute")
    private String numberAttribute;

    @Column(name = "attributes_saved_at")
    private Instant attributesSaved;

    @Column(name = "attributes_saved_by")
    private String attributesSavedBy;

    protected ConnectionSettings() {}

    void connect(URI to, Authentication how, String client, Instant now, String by) {
        url = to.toString();
        authentication = how;
        clientId = client;
        connectionSaved = now;
        connectionSavedBy = by;
    }

    void write(OktaAttributes attributes, Instant now, String by) {
        extensionAttribute = attributes.extension();
        numberAttribute = attributes.number();
        attributesSaved = now;
        attributesSavedBy = by;
    }

    /**
     * @throws OktaRefused when the connection was saved at another time than that which the administrator has seen
     */
    void requireConnection(Instant seen) {
        require(seen, connectionSaved);
    }

    /**
     * @throws OktaRefused when the attributes were saved at another time than that which the administrator has seen
     */
    void requireAttributes(Instant seen) {
        require(seen, attributesSaved);
    }

    private static void require(Instant seen, Instant saved) {
        if (!Objects.equals(seen, saved)) {
            throw new OktaRefused(Reason.CHANGED_MEANWHILE, null);
        }
    }

    void forgetToken(Instant now, String by) {
        connectionSaved = now;
        connectionSavedBy = by;
    }

    /** @return the org's URL; {@code null} before it is saved */
    public String getUrl() {
        return url;
    }

    /** @return how to sign in */
    public Authentication getAuthentication() {
        return authentication;
    }

    /** @return the service app's client id; {@code null} when there is none */
    public String getClientId() {
        return clientId;
    }

    /** @return when URL, way to sign in, client id or token were last saved; {@code null} for never */
    public Instant getConnectionSaved() {
        return connectionSaved;
    }

    /** @return who saved them; {@code null} for nobody */
    public String getConnectionSavedBy() {
        return connectionSavedBy;
    }

    /** @return which attributes get the extension and the number */
    public OktaAttributes getAttributes() {
        return new OktaAttributes(extensionAttribute, numberAttribute);
    }

    /** @return when the attributes were last saved; {@code null} for never */
    public Instant getAttributesSaved() {
        return attributesSaved;
    }

    /** @return who saved them; {@code null} for nobody */
    public String getAttributesSavedBy() {
        return attributesSavedBy;
    }
}

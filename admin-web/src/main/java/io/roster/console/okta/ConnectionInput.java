package io.roster.console.okta;

import io.roster.okta.Authentication;
import io.roster.okta.ConnectionForm;
import io.roster.okta.ConnectionSettings;
import io.roster.okta.OktaAttributes;
import io.roster.okta.OktaSettings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;

/** What stands in the inputs of the page: what is stored, and then what was typed. Never a stored secret. */
@Named
@RequestScoped
public class ConnectionInput {

    @EJB
    private OktaSettings settings;

    private String url;
    private Authentication authentication;
    private String clientId;
    private String token;
    private String extension;
    private String number;
    private String trial;
    private Long connectionSeen;
    private Long attributesSeen;

    @PostConstruct
    void fill() {
        ConnectionSettings stored = settings.read();
        url = stored.getUrl();
        authentication = stored.getAuthentication();
        clientId = stored.getClientId();
        extension = stored.getAttributes().extension();
        number = stored.getAttributes().number();
        refresh();
    }

    /** What is stored has been seen: it stands on the page that is shown next. */
    void refresh() {
        ConnectionSettings stored = settings.read();
        connectionSeen = millis(stored.getConnectionSaved());
        attributesSeen = millis(stored.getAttributesSaved());
    }

    private static Long millis(Instant saved) {
        return saved == null ? null : saved.toEpochMilli();
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    Instant seenOfConnection() {
        return instant(connectionSeen);
    }

    Instant seenOfAttributes() {
        return instant(attributesSeen);
    }

    ConnectionForm form() {
        return new ConnectionForm(url, authentication, clientId, token);
    }

    OktaAttributes attributes() {
        return new OktaAttributes(extension, number);
    }

    /** @return the ways to sign in */
    public Authentication[] getAuthentications() {
        return Authentication.values();
    }

    /** @return the org's URL */
    public String getUrl() {
        return url;
    }

    /** @param url the org's URL */
    public void setUrl(String url) {
        this.url = url;
    }

    /** @return how to sign in */
    public Authentication getAuthentication() {
        return authentication;
    }

    /** @param authentication how to sign in */
    public void setAuthentication(Authentication authentication) {
        this.authentication = authentication;
    }

    /** @return the service app's client id */
    public String getClientId() {
        return clientId;
    }

    /** @param clientId the service app's client id */
    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    /** @return always {@code null}: a token is typed here and never shown */
    public String getToken() {
        return null;
    }

    /** @param token a new API token */
    public void setToken(String token) {
        this.token = token;
    }

    /** @return the login of the user to try attributes with; {@code null} for nobody */
    public String getTrial() {
        return trial;
    }

    /** @param trial the login of the user to try attributes with */
    public void setTrial(String trial) {
        this.trial = trial;
    }

    /** @return when the connection was saved that stands on the page, in milliseconds; {@code null} for never */
    public Long getConnectionSeen() {
        return connectionSeen;
    }

    /** @param millis when the connection was saved that stood on the page */
    public void setConnectionSeen(Long millis) {
        connectionSeen = millis;
    }

    /** @return when the attributes were saved that stand on the page, in milliseconds; {@code null} for never */
    public Long getAttributesSeen() {
        return attributesSeen;
    }

    /** @param millis when the attributes were saved that stood on the page */
    public void setAttributesSeen(Long millis) {
        attributesSeen = millis;
    }

    /** @return the attribute that gets the extension */
    public String getExtension() {
        return extension;
    }

    /** @param extension the attribute that gets the extension */
    public void setExtension(String extension) {
        this.extension = extension;
    }

    /** @return the attribute that gets the number */
    public String getNumber() {
        return number;
    }

    /** @param number the attribute that gets the number */
    public void setNumber(String number) {
        this.number = number;
    }
}

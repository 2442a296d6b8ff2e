package io.roster.mail;

import io.roster.mail.MailRefused.Reason;
import io.roster.settings.Seals;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is saved about mail. There is one; its password is sealed. */
@Entity
@Table(name = "mail_settings")
public class MailConfiguration {

    static final int ONLY = 1;

    private static final String PURPOSE = "mail";

    @Id
    private int id;

    @Version
    private long version;

    private String host;

    private int port;

    @Enumerated(EnumType.STRING)
    private MailSecurity security;

    @Column(name = "user_name")
    private String user;

    @Column(name = "sealed_password")
    private String sealedPassword;

    private String sender;

    private String recipients;

    @Column(name = "server_saved_at")
    private Instant serverSaved;

    @Column(name = "server_saved_by")
    private String serverSavedBy;

    @Column(name = "notices_saved_at")
    private Instant noticesSaved;

    @Column(name = "notices_saved_by")
    private String noticesSavedBy;

    protected MailConfiguration() {}

    void use(MailServer server, Seals seals, Instant now, String by) {
        host = server.host();
        port = server.port();
        security = server.security();
        user = server.user();
        sealedPassword = server.password() == null ? null : seals.seal(PURPOSE, PURPOSE, server.password());
        sender = server.sender();
        serverSaved = now;
        serverSavedBy = by;
    }

    void notify(List<String> addresses, Instant now, String by) {
        recipients = addresses.isEmpty() ? null : String.join(" ", addresses);
        noticesSaved = now;
        noticesSavedBy = by;
    }

    Optional<String> password(Seals seals) {
        return sealedPassword == null ? Optional.empty() : seals.open(PURPOSE, PURPOSE, sealedPassword);
    }

    /**
     * @throws MailRefused when the server was saved at another time than that which the administrator has seen
     */
    void requireServer(Instant seen) {
        require(seen, serverSaved);
    }

    /**
     * @throws MailRefused when the recipients were saved at another time than that which the administrator has seen
     */
    void requireNotices(Instant seen) {
        require(seen, noticesSaved);
    }

    private static void require(Instant seen, Instant saved) {
        if (!Objects.equals(seen, saved)) {
            throw new MailRefused(Reason.CHANGED_MEANWHILE, null);
        }
    }

    /** @return the mail server's name or address; {@code null} before it is saved */
    public String getHost() {
        return host;
    }

    /** @return its port */
    public int getPort() {
        return port;
    }

    /** @return how the connection is protected */
    public MailSecurity getSecurity() {
        return security;
    }

    /** @return whom to sign in as; {@code null} for nobody */
    public String getUser() {
        return user;
    }

    /** @return whether a password is stored */
    public boolean isPasswordStored() {
        return sealedPassword != null;
    }

    /** @return the address that mails are from; {@code null} before it is saved */
    public String getSender() {
        return sender;
    }

    /** @return who gets notices to administrators */
    public List<String> getRecipients() {
        return recipients == null ? List.of() : List.of(recipients.split(" "));
    }

    /** @return when the server was last saved; {@code null} for never */
    public Instant getServerSaved() {
        return serverSaved;
    }

    /** @return who saved it; {@code null} for nobody */
    public String getServerSavedBy() {
        return serverSavedBy;
    }

    /** @return when the recipients were last saved; {@code null} for never */
    public Instant getNoticesSaved() {
        return noticesSaved;
    }

    /** @return who saved them; {@code null} for nobody */
    public String getNoticesSavedBy() {
        return noticesSavedBy;
    }
}

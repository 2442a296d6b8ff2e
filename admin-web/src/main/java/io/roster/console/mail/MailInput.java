package io.roster.console.mail;

import io.roster.mail.MailConfiguration;
import io.roster.mail.MailForm;
import io.roster.mail.MailSecurity;
import io.roster.mail.MailSettings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;

/** What stands in the inputs of the page: what is stored, and then what was typed. Never a stored password. */
@Named
@RequestScoped
public class MailInput {

    @EJB
    private MailSettings settings;

    private String host;
    private Integer port;
    private MailSecurity security;
    private String user;
    private String password;
    private String sender;
    private String recipients;
    private String to;
    private Long serverSeen;
    private Long noticesSeen;

    @PostConstruct
    void fill() {
        MailConfiguration stored = settings.read();
        host = stored.getHost();
        port = stored.getPort();
        security = stored.getSecurity();
        user = stored.getUser();
        sender = stored.getSender();
        recipients = String.join("\n", stored.getRecipients());
        refresh();
    }

    /** What is stored has been seen: it stands on the page that is shown next. */
    void refresh() {
        MailConfiguration stored = settings.read();
        serverSeen = millis(stored.getServerSaved());
        noticesSeen = millis(stored.getNoticesSaved());
    }

    private static Long millis(Instant saved) {
        return saved == null ? null : saved.toEpochMilli();
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    Instant seenOfServer() {
        return instant(serverSeen);
    }

    Instant seenOfNotices() {
        return instant(noticesSeen);
    }

    MailForm form() {
        return new MailForm(host, port, security, user, password, sender);
    }

    /** @return the ways to protect the connection */
    public MailSecurity[] getSecurities() {
        return MailSecurity.values();
    }

    /** @return the mail server */
    public String getHost() {
        return host;
    }

    /** @param host the mail server */
    public void setHost(String host) {
        this.host = host;
    }

    /** @return its port */
    public Integer getPort() {
        return port;
    }

    /** @param port its port */
    public void setPort(Integer port) {
        this.port = port;
    }

    /** @return how the connection is protected */
    public MailSecurity getSecurity() {
        return security;
    }

    /** @param security how the connection is protected */
    public void setSecurity(MailSecurity security) {
        this.security = security;
    }

    /** @return whom to sign in as */
    public String getUser() {
        return user;
    }

    /** @param user whom to sign in as */
    public void setUser(String user) {
        this.user = user;
    }

    /** @return always {@code null}: a password is typed here and never shown */
    public String getPassword() {
        return null;
    }

    /** @param password a new password */
    public void setPassword(String password) {
        this.password = password;
    }

    /** @return the address that mails are from */
    public String getSender() {
        return sender;
    }

    /** @param sender the address that mails are from */
    public void setSender(String sender) {
        this.sender = sender;
    }

    /** @return who gets notices, one a line */
    public String getRecipients() {
        return recipients;
    }

    /** @param recipients who gets notices, separated in whatever way */
    public void setRecipients(String recipients) {
        this.recipients = recipients;
    }

    /** @return whom to send the test mail to: who gets notices, until somebody else is typed */
    public String getTo() {
        return to == null ? String.join(", ", settings.read().getRecipients()) : to;
    }

    /** @param to whom to send the test mail to */
    public void setTo(String to) {
        this.to = to;
    }

    /** @return when the server was saved that stands on the page, in milliseconds; {@code null} for never */
    public Long getServerSeen() {
        return serverSeen;
    }

    /** @param millis when the server was saved that stood on the page */
    public void setServerSeen(Long millis) {
        serverSeen = millis;
    }

    /** @return when the recipients were saved that stand on the page, in milliseconds; {@code null} for never */
    public Long getNoticesSeen() {
        return noticesSeen;
    }

    /** @param millis when the recipients were saved that stood on the page */
    public void setNoticesSeen(Long millis) {
        noticesSeen = millis;
    }
}

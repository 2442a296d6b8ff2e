package io.roster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.audit.AuditEvent;
import io.roster.audit.Expired;
import io.roster.audit.Retention;
import io.roster.mail.MailRefused.Reason;
import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.settings.Seals;
import io.roster.settings.Settings;
import jakarta.ejb.SessionContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class MailOutboxTest {

    private static final String PASSWORD = "s3cret!";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Parameter
    TestDatabase database;

    private Seals seals = seals("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    private ScriptedSmtp smtp;

    @BeforeEach
    void start() throws IOException {
        smtp = ScriptedSmtp.start(null);
    }

    @AfterEach
    void stop() {
        smtp.close();
    }

    private static Seals seals(String secretKey) {
        return new Seals(Settings.of(Map.of("ROSTER_SECRET_KEY", secretKey)::get)
                .secretKey()
                .orElseThrow());
    }

    private <B, T> T call(Class<B> boundary, Function<B, T> call) {
        Principal erika = () -> "erika";
        Object session = Proxy.newProxyInstance(
                SessionContext.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> erika);
        return database.inTransaction(entities -> call.apply(database.boundaries(entities)
                .with(SessionContext.class, (SessionContext) session)
                .with(Seals.class, seals)
                .get(boundary)));
    }

    private <B> void run(Class<B> boundary, Consumer<B> change) {
        call(boundary, bean -> {
            change.accept(bean);
            return null;
        });
    }

    private MailForm form(String password) {
        return new MailForm("localhost", smtp.port(), MailSecurity.NONE, "roster", password, "roster@example.com");
    }

    private void save(MailForm form) {
        run(MailSettings.class, all -> all.save(form, all.read().getServerSaved()));
    }

    private void notify(String recipients) {
        run(MailSettings.class, all -> all.notify(recipients, all.read().getNoticesSaved()));
    }

    private void configure() {
        save(form(PASSWORD));
        notify("one@example.com, two@example.com");
    }

    private Instant put() {
        String id = call(Mails.class, mails -> mails.put("Held", "Look"));
        return mail(id).getCreated();
    }

    private OutgoingMail mail(String id) {
        return database.inTransaction(entities -> entities.find(OutgoingMail.class, id));
    }

    private void send(Instant now) {
        run(MailSender.class, sender -> sender.send(now));
    }

    private OutgoingMail only() {
        return database.inTransaction(
                entities -> entities.createQuery("select m from OutgoingMail m", OutgoingMail.class)
                        .getSingleResult());
    }

    private void refused(Reason reason, Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(MailRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private List<AuditEvent> events() {
        return database.inTransaction(
                entities -> entities.createQuery("select e from AuditEvent e order by e.id", AuditEvent.class)
                        .getResultList());
    }

    @Test
    void thePasswordIsSealedKeptAndNeverTold() {
        save(form(PASSWORD));
        save(form(""));
        assertThat(call(MailSettings.class, MailSettings::read).isPasswordStored())
                .isTrue();
        String row = database.inTransaction(
                entities -> entities.createNativeQuery("select sealed_password from mail_settings")
                        .getSingleResult()
                        .toString());
        assertThat(row).doesNotContain(PASSWORD);
        assertThat(events()).hasSize(1).allSatisfy(event -> {
            assertThat(event.getActorName()).isEqualTo("erika");
            assertThat(event.getChanges()).contains("localhost").doesNotContain(PASSWORD, row);
        });
        assertThat(form(PASSWORD).toString()).doesNotContain(PASSWORD);
        assertThat(call(MailServers.class, servers -> servers.current(call(MailSettings.class, MailSettings::read)))
                        .toString())
                .doesNotContain(PASSWORD);
    }

    @Test
    void theStoredPasswordGoesToItsHostOnlyAndIsRemovedWithTheUser() {
        save(form(PASSWORD));
        MailForm elsewhere =
                new MailForm("mail.example.com", 587, MailSecurity.STARTTLS, "roster", "", "roster@example.com");
        refused(Reason.PASSWORD_OF_OTHER_HOST, () -> save(elsewhere));
        refused(
                Reason.PASSWORD_OF_OTHER_HOST,
                () -> run(MailSettings.class, all -> all.test(elsewhere, "a@b.example", "s", "t")));
        save(new MailForm("localhost", smtp.port(), MailSecurity.NONE, " ", "", "roster@example.com"));
        assertThat(call(MailSettings.class, MailSettings::read).isPasswordStored())
                .isFalse();
        refused(Reason.PASSWORD_MISSING, () -> save(form("")));
    }

    @Test
    void whatIsWrongChangesNothing() {
        configure();
        refused(Reason.HOST_MISSING, () -> save(new MailForm(" ", 25, MailSecurity.NONE, "", "", "a@b.example")));
        refused(
                Reason.HOST_NONE,
                () -> save(new MailForm("https://mail", 25, MailSecurity.NONE, "", "", "a@b.example")));
        refused(Reason.PORT, () -> save(new MailForm("localhost", 0, MailSecurity.NONE, "", "", "a@b.example")));
        refused(
                Reason.PASSWORD_IN_CLEAR,
                () -> save(new MailForm("mail.example.com", 25, MailSecurity.NONE, "u", "p", "a@b.example")));
        refused(
                Reason.SENDER,
                () -> save(
                        new MailForm("localhost", 25, MailSecurity.NONE, "", "", "a@b.example\r\nBcc: c@d.example")));
        refused(Reason.RECIPIENT, () -> notify("one@example.com, two"));
        refused(Reason.TOO_MANY, () -> notify("a@b a1@b a2@b a3@b a4@b a5@b a6@b a7@b a8@b a9@b a10@b"));
        refused(
                Reason.CHANGED_MEANWHILE,
                () -> run(MailSettings.class, all -> all.notify("x@example.com", Instant.EPOCH)));
        MailConfiguration kept = call(MailSettings.class, MailSettings::read);
        assertThat(kept.getPort()).isEqualTo(smtp.port());
        assertThat(kept.getRecipients()).containsExactly("one@example.com", "two@example.com");
    }

    @Test
    void aTestMailSaysWhatWentWrong() {
        smtp.reply("MAIL", "550 not you");
        assertThat(this.<MailSettings, Optional<MailTrouble>>call(
                        MailSettings.class, all -> all.test(form(PASSWORD), "a@b.example", "s", "t")))
                .contains(new MailTrouble(MailProblem.SENDER, "550 not you"));
        smtp.reply("MAIL", null);
        assertThat(this.<MailSettings, Optional<MailTrouble>>call(
                        MailSettings.class, all -> all.test(form(PASSWORD), "a@b.example", "s", "t")))
                .isEmpty();
        refused(Reason.NOBODY, () -> run(MailSettings.class, all -> all.test(form(PASSWORD), " ", "s", "t")));
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void aMailOfATransactionThatIsRolledBackIsNone() {
        configure();
        assertThatThrownBy(() -> run(Mails.class, mails -> {
                    mails.put("Held", "Look");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        send(Instant.now());
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void aMailIsSentOnce() {
        configure();
        Instant now = put();
        send(now);
        send(now.plus(MINUTE));
        assertThat(smtp.mails()).hasSize(1);
        assertThat(only().getState()).isEqualTo(MailState.SENT);
    }

    @Test
    void whatIsWrittenBeforeMailIsConfiguredIsSentAfterwards() {
        Instant now = put();
        send(now);
        assertThat(only().getProblem()).isEqualTo(MailProblem.NO_SERVER);
        save(form(PASSWORD));
        send(Instant.now());
        assertThat(only().getProblem()).isEqualTo(MailProblem.NO_RECIPIENTS);
        notify("one@example.com");
        send(Instant.now());
        assertThat(only().getState()).isEqualTo(MailState.SENT);
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void whileTheServerIsAwayWaitsGrowAndNothingIsLost() {
        configure();
        smtp.reply("220", "421 closed for now");
        Instant now = put();
        send(now);
        assertThat(only().getDue()).isEqualTo(now.plus(MINUTE));
        send(now.plusSeconds(30));
        assertThat(only().getAttempts()).isEqualTo(1);
        send(now.plus(MINUTE));
        assertThat(only().getDue()).isEqualTo(now.plus(MINUTE).plus(MINUTE.multipliedBy(2)));
        assertThat(MailSenderWriter.wait(40)).isEqualTo(Duration.ofHours(1));
        smtp.reply("220", null);
        send(only().getDue());
        assertThat(only().getState()).isEqualTo(MailState.SENT);
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void aMailIsParkedWhenTheServerRefusesItOrIsAwayTooLongAndGoesOnWhenToldSo() {
        configure();
        smtp.reply("MAIL", "550 5.1.8 not you");
        Instant now = put();
        send(now);
        assertThat(only().getState()).isEqualTo(MailState.PARKED);
        assertThat(only().getDetail()).isEqualTo("550 5.1.8 not you");
        send(now.plus(Duration.ofDays(1)));
        assertThat(only().getAttempts()).isEqualTo(1);
        smtp.reply("MAIL", "450 later");
        run(MailOutbox.class, outbox -> outbox.retry(only().getId()));
        send(now.plus(Duration.ofDays(6)));
        assertThat(only().getState()).isEqualTo(MailState.WAITING);
        send(now.plus(Duration.ofDays(8)));
        assertThat(only().getState()).isEqualTo(MailState.PARKED);
        smtp.reply("MAIL", null);
        run(MailOutbox.class, outbox -> outbox.retry(only().getId()));
        send(now.plus(Duration.ofDays(9)));
        assertThat(only().getState()).isEqualTo(MailState.SENT);
        run(MailOutbox.class, outbox -> outbox.retry(only().getId()));
        assertThat(this.<MailOutbox, Long>call(MailOutbox.class, outbox -> outbox.count(MailState.SENT)))
                .isEqualTo(1);
    }

    @Test
    void whomItWasNotTakenForGetsItLaterAndTheOthersNotAgain() {
        configure();
        smtp.reply("RCPT TO:<two", "450 greylisted");
        Instant now = put();
        send(now);
        assertThat(only().getState()).isEqualTo(MailState.WAITING);
        smtp.reply("RCPT TO:<two", null).reply("RCPT TO:<one", "550 has it already");
        send(only().getDue());
        assertThat(only().getState()).isEqualTo(MailState.SENT);
        assertThat(smtp.mails()).hasSize(2);
    }

    @Test
    void aServerKilledAfterTheMailWasTakenHasItSentAgainUnderTheSameId() throws Exception {
        configure();
        Instant now = put();
        String id = only().getId();
        OutgoingMail claimed = call(MailSenderWriter.class, writer -> writer.claim(id, "killed", now))
                .orElseThrow();
        MailServer server =
                call(MailServers.class, servers -> servers.current(call(MailSettings.class, MailSettings::read)));
        try (SmtpConnection connection = new Smtp().connect(server)) {
            connection.send(claimed, List.of("one@example.com"));
        }
        send(now.plus(MINUTE));
        assertThat(smtp.mails()).hasSize(1);
        send(now.plus(MailSenderWriter.CLAIM));
        assertThat(only().getState()).isEqualTo(MailState.SENT);
        assertThat(smtp.mails()).hasSize(2).allSatisfy(mail -> assertThat(mail)
                .contains("Message-ID: <" + id + "@roster.local>"));
    }

    @Test
    void whatIsSentGoesByItsTimeAndWhatWaitsStays() {
        configure();
        Instant now = put();
        String sent = only().getId();
        send(now);
        put();
        List<Expired> expired = call(
                Retention.class,
                retention -> retention.expired(Retention.Kind.MAIL, now.plus(MINUTE), Expired.NONE, 10));
        assertThat(expired).extracting(Expired::id).containsExactly(sent);
        run(Retention.class, retention -> retention.remove(Retention.Kind.MAIL, List.of(sent)));
        assertThat(only().getState()).isEqualTo(MailState.WAITING);
    }

    @Test
    void ofTwoServersOneHasAMail() {
        configure();
        Instant now = put();
        String id = only().getId();
        assertThat(this.<MailSenderWriter, Optional<OutgoingMail>>call(
                        MailSenderWriter.class, writer -> writer.claim(id, "one", now)))
                .isPresent();
        assertThat(this.<MailSenderWriter, Optional<OutgoingMail>>call(
                        MailSenderWriter.class, writer -> writer.claim(id, "other", now)))
                .isEmpty();
        Delivery late = new Delivery(List.of("one@example.com"), List.of(), new MailTrouble(MailProblem.DEFERRED, ""));
        run(MailSenderWriter.class, writer -> writer.note(id, "other", List.of("one@example.com"), late, now));
        assertThat(only().getAttempts()).isZero();
    }

    @Test
    void anotherSecretKeyIsSaidAndMendedByEnteringThePasswordAgain() {
        configure();
        seals = seals("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(call(MailSettings.class, MailSettings::isPasswordReadable)).isFalse();
        send(put());
        assertThat(only().getProblem()).isEqualTo(MailProblem.UNREADABLE);
        save(form(PASSWORD));
        send(Instant.now());
        assertThat(only().getState()).isEqualTo(MailState.SENT);
    }
}

package io.roster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpTest {

    private static final List<String> TWO = List.of("one@example.com", "two@example.com");

    private static SSLContext before;
    private static SSLContext tls;
    private static SSLContext ofOtherHost;

    private final OutgoingMail mail =
            new OutgoingMail("id-1", "Grüße: נתונים\r\nBcc: x@example.com", "Größe 20 %\n.\nEnd", Instant.EPOCH);

    @BeforeAll
    static void trust(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.of(folder, "localhost");
        tls = certificate.context();
        ofOtherHost = TestCertificate.of(folder, "mail.example.com").context();
        System.setProperty("greenmail.tls.keystore.file", certificate.store().toString());
        before = SSLContext.getDefault();
        SSLContext.setDefault(tls);
        // Read once, and then kept.
        new com.icegreen.greenmail.util.DummySSLServerSocketFactory();
    }

    @AfterAll
    static void trustAsBefore() {
        SSLContext.setDefault(before);
        System.clearProperty("greenmail.tls.keystore.file");
    }

    private static MailServer server(int port, MailSecurity security) {
        return new MailServer("localhost", port, security, "roster", "pass wörd", "roster@example.com");
    }

    private Delivery send(MailServer server) throws Exception {
        try (SmtpConnection connection = new Smtp().connect(server)) {
            return connection.send(mail, TWO);
        }
    }

    private static MailTrouble failure(MailServer server) {
        return catchThrowableOfType(
                        MailFailure.class, () -> new Smtp().connect(server).close())
                .trouble();
    }

    private static GreenMail greenMail(String protocol) {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "localhost", protocol))
                .withConfiguration(new GreenMailConfiguration().withUser("roster@example.com", "roster", "pass wörd"));
        greenMail.start();
        return greenMail;
    }

    @Test
    void aMailArrivesWithItsIdItsSubjectInOneLineAndItsText() throws Exception {
        GreenMail greenMail = greenMail("smtp");
        try {
            MailServer server = server(greenMail.getSmtp().getPort(), MailSecurity.NONE);
            assertThat(send(server).trouble()).isNull();
            assertThat(send(server).trouble()).isNull();
            assertThat(greenMail.getReceivedMessages()).hasSize(4);
            for (MimeMessage message : greenMail.getReceivedMessages()) {
                assertThat(message.getSubject()).isEqualTo("Grüße: נתונים Bcc: x@example.com");
                assertThat(message.getHeader("Message-ID")).containsExactly("<id-1@roster.local>");
                assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                assertThat(message.getHeader("Bcc")).isNull();
                assertThat(message.getContent().toString()).startsWith("Größe 20 %\r\n.\r\nEnd");
            }
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void aMailArrivesThroughTls() throws Exception {
        GreenMail greenMail = greenMail("smtps");
        try {
            int port = greenMail.getSmtps().getPort();
            assertThat(send(server(port, MailSecurity.TLS)).trouble()).isNull();
            assertThat(greenMail.getReceivedMessages()).hasSize(2);
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        GreenMail greenMail = greenMail("smtp");
        try {
            MailTrouble trouble = failure(new MailServer(
                    "localhost",
                    greenMail.getSmtp().getPort(),
                    MailSecurity.NONE,
                    "roster",
                    "wrong",
                    "roster@example.com"));
            assertThat(trouble.problem()).isEqualTo(MailProblem.AUTHENTICATION);
            assertThat(trouble.detail()).startsWith("535");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void aMailArrivesThroughStartTls() throws Exception {
        try (ScriptedSmtp smtp = ScriptedSmtp.start(tls)) {
            assertThat(send(server(smtp.port(), MailSecurity.STARTTLS)).trouble())
                    .isNull();
            assertThat(smtp.mails()).hasSize(1);
        }
    }

    @Test
    void nothingIsSaidToAServerWhoseCertificateIsNotTrusted() throws Exception {
        try (ScriptedSmtp smtp = ScriptedSmtp.start(ofOtherHost)) {
            assertThat(failure(server(smtp.port(), MailSecurity.STARTTLS)).problem())
                    .isEqualTo(MailProblem.CERTIFICATE);
        }
    }

    @Test
    void nothingIsSaidToAServerWhoseCertificateIsForAnotherHost() throws Exception {
        SSLContext.setDefault(ofOtherHost);
        try (ScriptedSmtp smtp = ScriptedSmtp.start(ofOtherHost)) {
            assertThat(failure(server(smtp.port(), MailSecurity.STARTTLS)).problem())
                    .isEqualTo(MailProblem.CERTIFICATE);
        } finally {
            SSLContext.setDefault(tls);
        }
    }

    @Test
    void noPasswordGoesWithoutTheTlsThatIsAskedFor() throws Exception {
        try (ScriptedSmtp smtp = ScriptedSmtp.start(null)) {
            assertThat(failure(server(smtp.port(), MailSecurity.STARTTLS)).problem())
                    .isEqualTo(MailProblem.NO_STARTTLS);
            assertThat(failure(server(smtp.port(), MailSecurity.TLS)).problem()).isEqualTo(MailProblem.NO_TLS);
        }
    }

    @Test
    void whereNothingListensOrNobodyIsNamedSoItIsUnreachable() throws Exception {
        int port;
        try (ScriptedSmtp smtp = ScriptedSmtp.start(null)) {
            port = smtp.port();
        }
        assertThat(failure(server(port, MailSecurity.NONE)).problem()).isEqualTo(MailProblem.UNREACHABLE);
        MailServer nowhere = new MailServer("nowhere.invalid", 25, MailSecurity.NONE, null, null, "roster@example.com");
        assertThat(failure(nowhere)).isEqualTo(new MailTrouble(MailProblem.UNREACHABLE, "nowhere.invalid"));
    }

    @Test
    void aServerThatIsBusyFromTheStartIsTriedLater() throws Exception {
        try (ScriptedSmtp smtp = ScriptedSmtp.start(null).reply("220", "421 too many connections")) {
            assertThat(failure(server(smtp.port(), MailSecurity.NONE)).problem())
                    .isEqualTo(MailProblem.DEFERRED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 not you, SENDER, 0, 2",
        "MAIL, 451 later, DEFERRED, 2, 0",
        "RCPT, 550 5.1.1 unknown, RECIPIENT, 0, 2",
        "RCPT, 450 greylisted, DEFERRED, 2, 0",
        "RCPT TO:<two, 550 5.1.1 unknown, RECIPIENT, 0, 1",
        "RCPT TO:<two, 450 greylisted, DEFERRED, 1, 0",
        "DATA, 554 5.7.1 spam, REFUSED, 0, 2",
        "., 554 5.6.0 malformed, REFUSED, 0, 2",
        "., 452 full, DEFERRED, 2, 0"
    })
    void whatTheServerRefusesIsSaidInItsWords(
            String command, String reply, MailProblem problem, int deferred, int refused) throws Exception {
        try (ScriptedSmtp smtp = ScriptedSmtp.start(null).reply(command, reply)) {
            Delivery delivery = send(server(smtp.port(), MailSecurity.NONE));
            assertThat(delivery.trouble()).isEqualTo(new MailTrouble(problem, reply));
            assertThat(delivery.deferred()).hasSize(deferred);
            assertThat(delivery.refused()).hasSize(refused);
        }
    }

    @Test
    void aConnectionThatEndsInTheMiddleIsWorthAnotherAttempt() throws Exception {
        try (ScriptedSmtp smtp = ScriptedSmtp.start(null).reply(".", ScriptedSmtp.HANG_UP)) {
            Delivery delivery = send(server(smtp.port(), MailSecurity.NONE));
            assertThat(delivery.deferred()).isEqualTo(TWO);
            assertThat(delivery.isConnectionLost()).isTrue();
        }
    }
}

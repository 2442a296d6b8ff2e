package io.roster.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.roster.system.Names;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings of mail and its outbox in the browser, with a mail server of the test's. */
class MailPageIT {

    private static final String PASSWORD = "MailPasswordThatNobodyMaySee";

    private final RunningRoster roster = SharedRoster.POSTGRESQL.server();
    private final Tables tables = Tables.ofShared();
    private final Browser browser = Browser.open(roster);
    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "localhost", "smtp"))
            .withConfiguration(new GreenMailConfiguration().withUser("roster@acme.example", "roster", PASSWORD));

    @BeforeEach
    void open() {
        tables.change("delete from mail_outbox");
        forget();
        mailServer.start();
        browser.visit("mail").signIn();
        browser.visit("mail");
    }

    @AfterEach
    void close() {
        browser.close();
        mailServer.stop();
        forget();
    }

    private void forget() {
        tables.change("update mail_settings set host = null, sealed_password = null, user_name = null, sender = null,"
                + " recipients = null, server_saved_at = null, notices_saved_at = null");
    }

    private Browser fill(String password) {
        return browser.type("[id='form:host']", "localhost")
                .click("input[value=NONE]")
                .type("[id='form:port']", Integer.toString(mailServer.getSmtp().getPort()))
                .type("[id='form:user']", "roster")
                .type("[id='form:password']", password)
                .type("[id='form:sender']", "roster@acme.example");
    }

    private void wait(String subject, String state) {
        tables.change(
                "insert into mail_outbox (id, subject, content, created_at, state, attempts, due_at, claimed_until,"
                        + " problem, detail) values (?, ?, 'Look', ?, ?, 1, 0, 0, 'SENDER', '550 5.1.8 not you')",
                UUID.randomUUID().toString(),
                subject,
                System.currentTimeMillis(),
                state);
    }

    private List<String> arrived() {
        return Arrays.stream(mailServer.getReceivedMessages())
                .map(MailPageIT::subject)
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void mailIsTriedSavedAndSentAndThePasswordIsNeverShown() {
        fill("wrong").type("[id='form:to']", "it@acme.example").click("[id='form:sendTest']");
        browser.untilText("The mail server refuses user name and password.");
        assertThat(browser.text()).contains("The answer: “535");
        fill(PASSWORD).click("[id='form:sendTest']");
        browser.untilText("The mail server has taken the test mail for it@acme.example.");
        assertThat(arrived()).containsExactly("Test mail from Roster");

        fill(PASSWORD).click("[id='form:saveServer']").untilText("Saved. Send a test mail below.");
        browser.type("[id='form:recipients']", "it@acme.example\nnobody").click("[id='form:saveNotices']");
        browser.untilText("“nobody” is no mail address.");
        browser.type("[id='form:recipients']", "it@acme.example").click("[id='form:saveNotices']");
        browser.untilText("Saved. What waits is sent to these recipients.");
        browser.visit("mail").untilText("A password is stored");
        assertThat(browser.find(".timeline").getText())
                .contains("Recipients", "it@acme.example", "Password", "another one was stored");
        assertThat(browser.source()).doesNotContain(PASSWORD);
        assertThat(browser.find("[id='form:password']").getDomProperty("value")).isEmpty();
        assertThat(tables.thatContain(PASSWORD)).isEmpty();
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("mail-settings");
    }

    @Test
    void whatWaitsIsSentAndWhatIsParkedIsSentAgainWhenToldSo() {
        fill(PASSWORD).click("[id='form:saveServer']").untilText("Saved.");
        String parked = Names.unique("parked");
        wait(parked, "PARKED");
        browser.visit("mail").untilText("550 5.1.8 not you");
        assertThat(browser.text()).contains("One mail could not be sent");
        browser.click("button[name=retry]").untilText("The mail is sent again within seconds.");
        browser.untilText("Nobody is named who gets notices.");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.screenshot("mail-outbox");
        browser.scheme("dark").screenshot("mail-outbox-dark").scheme("light");
        browser.width(360).screenshot("mail-outbox-phone");
        assertThat(browser.isWiderThanItsWindow()).isFalse();
        browser.width(1440);
        String waiting = Names.unique("waiting");
        wait(waiting, "WAITING");
        browser.type("[id='form:recipients']", "it@acme.example").click("[id='form:saveNotices']");
        assertThat(mailServer.waitForIncomingEmail(60_000, 2)).isTrue();
        assertThat(arrived()).containsExactlyInAnyOrder(parked, waiting);
        browser.visit("mail").untilText("Sent");
    }
}

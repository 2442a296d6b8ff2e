package io.roster.mail;

import java.util.List;

/**
 * What came of an attempt to send a mail.
 *
 * @param deferred for whom it is worth another attempt
 * @param refused for whom the mail server refused it for good
 * @param trouble why, for one of them; {@code null} where the mail server took it for everybody
 */
record Delivery(List<String> deferred, List<String> refused, MailTrouble trouble) {

    boolean isConnectionLost() {
        return trouble != null
                && (trouble.problem() == MailProblem.UNREACHABLE || trouble.problem() == MailProblem.TIMED_OUT);
    }
}

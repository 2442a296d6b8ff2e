package io.roster.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What exceptions of Jakarta Mail say. The replies' codes stand at the beginning of their messages: the classes that have
 * them as numbers are the provider's own, which a server does not show to applications.
 */
final class SmtpReplies {

    private static final Pattern REFUSAL = Pattern.compile("[45]\\d\\d\\b.*", Pattern.DOTALL);

    private SmtpReplies() {}

    static MailTrouble ofConnection(MessagingException e) {
        for (Throwable cause : chain(e)) {
            String said = said(cause);
            if (said.contains("STARTTLS is required")) {
                return new MailTrouble(MailProblem.NO_STARTTLS, "");
            } else if (said.contains("Unsupported or unrecognized SSL message")) {
                return new MailTrouble(MailProblem.NO_TLS, said);
            } else if (isCertificate(cause)) {
                return new MailTrouble(MailProblem.CERTIFICATE, innermost(e));
            } else if (cause instanceof SocketTimeoutException || cause instanceof InterruptedIOException) {
                return new MailTrouble(MailProblem.TIMED_OUT, said);
            }
        }
        boolean answered = e.getMessage() != null && e.getMessage().contains("response: ");
        return new MailTrouble(answered ? MailProblem.DEFERRED : MailProblem.UNREACHABLE, innermost(e));
    }

    /** What came of a mail for each of these recipients. */
    static Delivery ofMail(SendFailedException e, List<String> recipients) {
        List<String> refused = addresses(e.getInvalidAddresses(), recipients);
        List<String> sent = addresses(e.getValidSentAddresses(), recipients);
        List<String> rest = recipients.stream()
                .filter(address -> !MailAddresses.holds(refused, address) && !MailAddresses.holds(sent, address))
                .toList();
        // Where the whole mail was refused, the outermost exception has the reply to it.
        boolean whole = said(e).startsWith("5");
        MailTrouble trouble = new MailTrouble(problem(e, whole, refused), reply(e));
        return whole ? new Delivery(List.of(), recipients, trouble) : new Delivery(rest, refused, trouble);
    }

    private static MailProblem problem(SendFailedException e, boolean whole, List<String> refused) {
        // The reply to the sender has no addresses of its own that were refused, and a class that says so.
        boolean sender = chain(e).stream()
                .anyMatch(cause -> cause.getClass().getSimpleName().equals("SMTPSenderFailedException"));
        if (sender) {
            return MailProblem.SENDER;
        } else if (!refused.isEmpty()) {
            return MailProblem.RECIPIENT;
        } else if (whole) {
            return MailProblem.REFUSED;
        }
        return REFUSAL.matcher(reply(e)).matches() ? MailProblem.DEFERRED : MailProblem.UNREACHABLE;
    }

    private static String reply(MessagingException e) {
        return chain(e).stream()
                .map(SmtpReplies::said)
                .filter(said -> REFUSAL.matcher(said).matches())
                .findFirst()
                .orElseGet(() -> innermost(e));
    }

    private static boolean isCertificate(Throwable cause) {
        return cause instanceof GeneralSecurityException
                || cause instanceof SSLException
                || said(cause).contains("Can't verify identity");
    }

    private static List<String> addresses(Address[] some, List<String> recipients) {
        List<String> named = some == null
                ? List.of()
                : Arrays.stream(some).map(Address::toString).toList();
        return recipients.stream()
                .filter(address -> MailAddresses.holds(named, address))
                .toList();
    }

    // Jakarta Mail chains what it has to tell of one mail by the cause, which is its next exception.
    private static List<Throwable> chain(Throwable e) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = e; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static String innermost(Throwable e) {
        List<Throwable> chain = chain(e);
        Throwable last = chain.get(chain.size() - 1);
        String said = said(last);
        return said.isEmpty() ? last.getClass().getSimpleName() : said;
    }

    private static String said(Throwable cause) {
        return cause.getMessage() == null ? "" : cause.getMessage().strip();
    }
}

package io.roster.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes for {@link MailSender}, a short transaction a call; the mail server is never called in one. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailSenderWriter {

    /** Longer than the slowest mail server can take for a mail, with {@link Smtp}'s time-outs for each of its answers. */
    static final Duration CLAIM = Duration.ofMinutes(15);

    /** How long the mail server may be away before a mail is parked. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /** The mail, claimed; empty where it is not due any more, or somebody else has it. */
    public Optional<OutgoingMail> claim(String id, String claim, Instant now) {
        Optional<OutgoingMail> mail = locked(id).filter(found -> found.isClaimable(now));
        mail.ifPresent(found -> found.claim(claim, now.plus(CLAIM)));
        return mail;
    }

    /** What the mail server said of a mail that was claimed. */
    public Void note(String id, String claim, List<String> recipients, Delivery delivery, Instant now) {
        OutgoingMail mail = locked(id).orElse(null);
        // That it is sent is true whoever has it now; that it is not may be out of date.
        boolean sent = delivery.trouble() == null;
        if (mail == null || mail.getState() == MailState.SENT || (!sent && !mail.isClaimedBy(claim))) {
            return null;
        }
        mail.release();
        if (sent) {
            mail.sent(now);
            return null;
        }
        List<String> left = Stream.concat(delivery.deferred().stream(), delivery.refused().stream())
                .toList();
        if (left.size() < recipients.size() || mail.isPartlySent()) {
            mail.leave(left);
        }
        mail.troubled(delivery.trouble());
        if (delivery.deferred().isEmpty()) {
            mail.park(now);
        } else {
            wait(mail, now);
        }
        return null;
    }

    /** There was no connection to send a mail through. */
    public Void fail(String id, MailTrouble trouble, Instant now) {
        locked(id).filter(mail -> mail.isClaimable(now)).ifPresent(mail -> {
            mail.release();
            mail.troubled(trouble);
            wait(mail, now);
        });
        return null;
    }

    private static void wait(OutgoingMail mail, Instant now) {
        if (now.isAfter(mail.getCreated().plus(PATIENCE))) {
            mail.park(now);
        } else {
            mail.retry(now.plus(wait(mail.getAttempts())));
        }
    }

    /** The wait after so many attempts: it doubles from a minute to an hour. */
    static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private Optional<OutgoingMail> locked(String id) {
        return Optional.ofNullable(entities.find(OutgoingMail.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}

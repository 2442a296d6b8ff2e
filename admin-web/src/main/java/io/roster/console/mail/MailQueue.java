package io.roster.console.mail;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.mail.MailOutbox;
import io.roster.mail.MailState;
import io.roster.mail.OutgoingMail;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The mails that wait or are parked, and the last ones that were sent. */
@Named
@RequestScoped
public class MailQueue {

    private static final String RETRY = "retry";
    private static final int SHOWN = 50;
    private static final int SENT_SHOWN = 5;
    private static final Duration SOON = Duration.ofSeconds(10);

    @EJB
    private MailOutbox outbox;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private List<OutgoingMail> mails;

    /**
     * Sends the mail again whose button was pressed. The button sends which: the list may be another one by now.
     *
     * @return the page, by a redirect; {@code null} where another form of the page was sent
     */
    public String act() {
        String id = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(RETRY);
        if (id == null) {
            return null;
        }
        outbox.retry(id);
        feedback.done(texts.of("mail.retried"));
        return "mail?faces-redirect=true";
    }

    /** @return parked ones first, then those that wait, then the last that were sent; the newest of each first */
    public List<OutgoingMail> getMails() {
        if (mails == null) {
            mails = Stream.of(
                            outbox.list(MailState.PARKED, SHOWN),
                            outbox.list(MailState.WAITING, SHOWN),
                            outbox.list(MailState.SENT, SENT_SHOWN))
                    .flatMap(List::stream)
                    .toList();
        }
        return mails;
    }

    /** @return how many wait */
    public long getWaiting() {
        return outbox.count(MailState.WAITING);
    }

    /** @return whether one is about to be sent, so that it is worth asking again */
    public boolean isSoon() {
        Instant soon = Instant.now().plus(SOON);
        return getMails().stream()
                .anyMatch(mail ->
                        mail.getState() == MailState.WAITING && mail.getDue().isBefore(soon));
    }

    /** @return how many are parked */
    public long getParked() {
        return outbox.count(MailState.PARKED);
    }
}

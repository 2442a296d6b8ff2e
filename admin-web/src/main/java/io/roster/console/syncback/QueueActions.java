package io.roster.console.syncback;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.outbox.Syncback;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/**
 * What an administrator does with the queue. A button sends what it does, and for whom: the list may be another one by
 * now. Each ends where it began, with a message.
 */
@Named
@RequestScoped
public class QueueActions {

    private static final String START = "run:start";
    private static final String STOP = "run:stop";
    private static final String RETRY_ALL = "run:retry";
    private static final String WRITE_ALL = "run:all";
    private static final String RETRY = "retry";
    private static final String HOLD = "hold";

    @EJB
    private Syncback syncback;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    /**
     * Does what the button that was pressed sends.
     *
     * @return the queue, by a redirect
     */
    public String act() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String message = message(sent);
        if (message != null) {
            feedback.done(message);
        }
        return QueueAddress.parse(sent.get("q"), sent.get("state"), sent.get("page"))
                .outcome();
    }

    private String message(Map<String, String> sent) {
        if (sent.containsKey(START)) {
            syncback.start();
            return texts.of("sync.started");
        } else if (sent.containsKey(STOP)) {
            syncback.stop();
            return texts.of("sync.stopping");
        } else if (sent.containsKey(RETRY_ALL)) {
            int people = syncback.retry(null);
            return texts.of(begins() ? "sync.retried.all" : "sync.retried.all.off", people);
        } else if (sent.containsKey(WRITE_ALL)) {
            syncback.writeAll();
            return texts.of(begins() ? "sync.written.all" : "sync.written.all.off");
        } else if (sent.containsKey(RETRY)) {
            return retry(sent.get(RETRY));
        }
        return sent.containsKey(HOLD) ? hold(sent.get(HOLD)) : null;
    }

    private String retry(String personId) {
        if (syncback.retry(personId) == 0) {
            return texts.of("sync.done.already", name(personId));
        }
        return texts.of(begins() ? "sync.retried" : "sync.retried.off", name(personId));
    }

    private String hold(String personId) {
        return texts.of(syncback.hold(personId) ? "sync.held" : "sync.done.already", name(personId));
    }

    /** Whoever is due now need not wait for the schedule. */
    private boolean begins() {
        boolean enabled = syncback.settings().enabled();
        if (enabled) {
            syncback.start();
        }
        return enabled;
    }

    private String name(String personId) {
        return syncback.find(personId).map(row -> new QueueLine(row).getTitle()).orElse(personId);
    }
}

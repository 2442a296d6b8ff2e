package io.roster.console.syncback;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Texts;
import io.roster.outbox.Syncback;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What an administrator does with the queue; each ends on the queue with a message. */
@Named
@RequestScoped
public class QueueActions {

    @EJB
    private Syncback syncback;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    /**
     * Starts a run.
     *
     * @return the queue, by a redirect
     */
    public String start() {
        syncback.start();
        return done(texts.of("sync.started"));
    }

    /**
     * Stops the run that goes on.
     *
     * @return the queue, by a redirect
     */
    public String stop() {
        syncback.stop();
        return done(texts.of("sync.stopping"));
    }

    /**
     * Makes everybody due who is parked or waits for another attempt.
     *
     * @return the queue, by a redirect
     */
    public String retryAll() {
        return done(texts.of("sync.retried.all", syncback.retry(null)));
    }

    /**
     * Has everybody with services looked at again.
     *
     * @return the queue, by a redirect
     */
    public String writeAll() {
        syncback.writeAll();
        return done(texts.of("sync.written.all"));
    }

    /**
     * Makes one person due, parked or held.
     *
     * @param personId the SCIM id
     * @param name what to call the person
     * @return the queue, by a redirect
     */
    public String retry(String personId, String name) {
        syncback.retry(personId);
        return done(texts.of("sync.retried", name));
    }

    /**
     * Takes a person out.
     *
     * @param personId the SCIM id
     * @param name what to call the person
     * @return the queue, by a redirect
     */
    public String hold(String personId, String name) {
        syncback.hold(personId);
        return done(texts.of("sync.held", name));
    }

    private String done(String message) {
        feedback.done(message);
        return "sync-back?faces-redirect=true";
    }
}

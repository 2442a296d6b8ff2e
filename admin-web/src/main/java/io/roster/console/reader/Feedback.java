package io.roster.console.reader;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the console says of what was just done, on the page that is opened next or shown again, and only there.
 *
 * <p>Not the flash of Faces: MyFaces stores the messages after the redirect has been answered, so that a quick browser comes
 * too early for them, and whatever a page asks for in the background takes them away. They are attributes of the session,
 * set and removed, so that the session's table has them too.
 */
@RequestScoped
public class Feedback {

    private static final String MESSAGES = Feedback.class.getName() + ".messages";
    private static final String OFFER = Feedback.class.getName() + ".offer";

    /**
     * Says that something was done.
     *
     * @param sentence in the reader's language
     */
    public void done(String sentence) {
        tell(true, sentence);
    }

    /**
     * Says why something was not done.
     *
     * @param sentence in the reader's language
     */
    public void refused(String sentence) {
        tell(false, sentence);
    }

    /**
     * Says what came of something.
     *
     * @param done whether it was done
     * @param sentence in the reader's language
     */
    public void tell(boolean done, String sentence) {
        FacesMessage.Severity severity = done ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_ERROR;
        Map<String, Object> session = session(FacesContext.getCurrentInstance());
        ArrayList<Object> messages = new ArrayList<>(of(session.get(MESSAGES)));
        messages.add(new FacesMessage(severity, sentence, null));
        session.put(MESSAGES, messages);
    }

    /**
     * Offers something beside what is said, such as a way back.
     *
     * @param what that the next page takes; it replaces an offer that no page took
     */
    public void offer(Serializable what) {
        session(FacesContext.getCurrentInstance()).put(OFFER, what);
    }

    /**
     * Takes what the page before offers.
     *
     * @param type what the page knows to show
     * @param <T> its type
     * @return the offer; {@code null} where there is none, or none of this type
     */
    public <T> T offered(Class<T> type) {
        Object offered = session(FacesContext.getCurrentInstance()).remove(OFFER);
        return type.isInstance(offered) ? type.cast(offered) : null;
    }

    /** Puts on the page what is to be said, in the order in which it was said. */
    static void show(FacesContext faces) {
        for (Object message : of(session(faces).remove(MESSAGES))) {
            faces.addMessage(null, (FacesMessage) message);
        }
    }

    private static List<?> of(Object messages) {
        return messages instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Object> session(FacesContext faces) {
        return faces.getExternalContext().getSessionMap();
    }
}

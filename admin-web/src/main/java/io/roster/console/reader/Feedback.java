package io.roster.console.reader;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the console says of what was just done, on the page that is opened next or shown again, and only there.
 *
 * <p>Not the flash of Faces: MyFaces stores the messages after the redirect has been answered, so that a quick browser comes
 * too early for them, and whatever a page asks for in the background takes them away.
 */
@SessionScoped
public class Feedback implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<FacesMessage> messages = new ArrayList<>();
    private Serializable offer;

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
    public synchronized void tell(boolean done, String sentence) {
        FacesMessage.Severity severity = done ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_ERROR;
        messages.add(new FacesMessage(severity, sentence, null));
    }

    /**
     * Offers something beside what is said, such as a way back.
     *
     * @param what that the next page takes; it replaces an offer that no page took
     */
    public synchronized void offer(Serializable what) {
        offer = what;
    }

    /**
     * Takes what the page before offers.
     *
     * @param type what the page knows to show
     * @param <T> its type
     * @return the offer; {@code null} where there is none, or none of this type
     */
    public synchronized <T> T offered(Class<T> type) {
        Serializable offered = offer;
        offer = null;
        return type.isInstance(offered) ? type.cast(offered) : null;
    }

    /** Takes what is to be said, in the order in which it was said. */
    synchronized List<FacesMessage> take() {
        List<FacesMessage> taken = List.copyOf(messages);
        messages.clear();
        return taken;
    }
}

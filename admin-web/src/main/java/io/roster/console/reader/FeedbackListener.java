package io.roster.console.reader;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/** Gives {@link Feedback} to the page that somebody looks at, just before it is written. */
public class FeedbackListener implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.getExternalContext().getSession(false) != null && isLookedAt(faces)) {
            Feedback.show(faces);
        }
    }

    /**
     * Whether the answer becomes a page, rather than a part of one that a script asks for (Fetch Metadata, section 2.2). Programs
     * that do not say so are believed to show it.
     */
    private static boolean isLookedAt(FacesContext faces) {
        String mode = faces.getExternalContext().getRequestHeaderMap().get("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate");
    }
}

package io.roster.console.services;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import java.io.Serializable;

/**
 * What was released just now and can be given back by the message that says so.
 *
 * @param kind the name of a {@code ServiceKind}
 * @param value the number, the extension, or the id of the licence
 * @param name what to call it
 */
record Undo(String kind, String value, String name) implements Serializable {

    private static final String KEY = "undo";

    /** Offers it on the page that is opened next. */
    void offer() {
        flash().put(KEY, this);
    }

    /** What the page before offers; {@code null} for nothing. */
    static Undo offered() {
        return flash().get(KEY) instanceof Undo undo ? undo : null;
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }
}

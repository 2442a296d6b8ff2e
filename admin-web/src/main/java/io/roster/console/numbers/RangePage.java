package io.roster.console.numbers;

import io.roster.console.reader.Identity;
import io.roster.telephony.ExtensionRange;
import io.roster.telephony.ExtensionRanges;
import io.roster.telephony.NumberRefused;
import io.roster.telephony.NumberRefused.Reason;
import io.roster.telephony.RangeUse;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;

/**
 * One range of extensions, or the form for a new one. Lives as long as the page, and remembers which version it shows, so
 * that of two administrators who change the same one the second is told.
 */
@Named
@ViewScoped
public class RangePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private ExtensionRanges ranges;

    @Inject
    private NumberTexts words;

    @Inject
    private Identity identity;

    private String id;
    private String heading;
    private long version;
    private String name;
    private String first;
    private String last;

    // Not part of a session that is written to the database
    private transient RangeUse use;

    /** Reads the range that the address names: 404 when there is none, 403 for who may not make one. */
    public void open() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        id = faces.getExternalContext().getRequestParameterMap().get("id");
        if (id == null && !identity.isAdministrator()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "administrators only");
            faces.responseComplete();
        } else if (id != null && getUse() == null) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "no such range");
            faces.responseComplete();
        } else if (id != null) {
            ExtensionRange range = use.range();
            version = range.getVersion();
            heading = range.getName();
            name = range.getName();
            first = range.getFirst();
            last = range.getLast();
        }
    }

    /** @return the range with how much of it is in use; {@code null} for a new one */
    public RangeUse getUse() {
        if (use == null && id != null) {
            use = ranges.find(id).orElse(null);
        }
        return use;
    }

    /** @return the list, by a redirect; {@code null} when it was refused */
    public String save() {
        return done(id == null ? "range.added" : "range.saved", () -> {
            if (id == null) {
                ranges.add(name, first, last);
            } else {
                ranges.change(id, version, name, first, last);
            }
        });
    }

    /** @return the list, by a redirect; {@code null} when it was refused */
    public String delete() {
        return done("range.deleted", () -> ranges.delete(id, version));
    }

    private String done(String key, Runnable change) {
        try {
            change.run();
        } catch (NumberRefused refused) {
            words.show(refused, field(refused.reason()));
            return null;
        }
        words.done(key, name);
        return "extensions?faces-redirect=true";
    }

    private static String field(Reason reason) {
        return switch (reason) {
            case NAME -> "form:name";
            case DIGITS, EXTENSION_ORDER, EXTENSION_SIZE, OVERLAP -> "form:first";
            default -> null;
        };
    }

    /** @return whether it is a new one */
    public boolean isAdded() {
        return id == null;
    }

    /** @return the name as stored; {@code null} for a new one */
    public String getHeading() {
        return heading;
    }

    /** @return what people call it */
    public String getName() {
        return name;
    }

    /** @param name what people call it */
    public void setName(String name) {
        this.name = name;
    }

    /** @return its first extension */
    public String getFirst() {
        return first;
    }

    /** @param first its first extension */
    public void setFirst(String first) {
        this.first = first;
    }

    /** @return its last extension */
    public String getLast() {
        return last;
    }

    /** @param last its last extension */
    public void setLast(String last) {
        this.last = last;
    }
}

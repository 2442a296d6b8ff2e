package io.roster.console.entitlement;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.entitlement.Entitlement;
import io.roster.entitlement.EntitlementRefused;
import io.roster.entitlement.EntitlementType;
import io.roster.entitlement.Entitlements;
import io.roster.entitlement.Holders;
import io.roster.entitlement.License;
import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One role or licence type, or the form for a new one. Lives as long as the page, and remembers which version it shows, so
 * that of two administrators who change the same one the second is told.
 */
@Named
@ViewScoped
public class EntitlementPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Map<EntitlementRefused.Reason, String> FIELDS = Map.of(
            EntitlementRefused.Reason.ID, "form:id",
            EntitlementRefused.Reason.TAKEN, "form:id",
            EntitlementRefused.Reason.NAME, "form:name",
            EntitlementRefused.Reason.DESCRIPTION, "form:description",
            EntitlementRefused.Reason.SEATS, "form:seats",
            EntitlementRefused.Reason.SEATS_USED, "form:seats");

    // What is not a number is refused like a number that cannot be.
    private static final int NO_NUMBER = -1;

    @EJB
    private Entitlements entitlements;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private Identity identity;

    private EntitlementType type;
    private boolean added;
    private String id;
    private String heading;
    private long version;
    private String displayName;
    private String description;
    private String seats;
    private Instant created;
    private Instant modified;

    // Not part of a session that is written to the database
    private transient Holders holders;

    /**
     * Reads what the address names; without an id it is a new one, which only administrators may make.
     *
     * @param kind which kind it is
     */
    public void open(EntitlementType kind) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        String asked = faces.getExternalContext().getRequestParameterMap().get("id");
        type = kind;
        added = asked == null;
        Optional<Entitlement> found = added ? Optional.empty() : entitlements.find(kind, asked);
        if (added && !identity.isAdministrator()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "administrators only");
            faces.responseComplete();
        } else if (!added && found.isEmpty()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "no such entitlement");
            faces.responseComplete();
        }
        heading = added
                ? texts.of(key("new"))
                : found.map(Entitlement::getDisplayName).orElse(asked);
        found.ifPresent(this::show);
    }

    private void show(Entitlement entitlement) {
        id = entitlement.getId();
        version = entitlement.getVersion();
        displayName = entitlement.getDisplayName();
        description = entitlement.getDescription();
        seats = entitlement instanceof License license ? Objects.toString(license.getSeats(), null) : null;
        created = entitlement.getCreated();
        modified = entitlement.getModified();
    }

    /**
     * Adds it, or stores what was changed; what is wrong with the form is said beside the field.
     *
     * @return the list, by a redirect; {@code null} when it was refused
     */
    public String save() {
        return done(added ? "added" : "saved", () -> {
            if (added) {
                entitlements.add(type, id, displayName, description, seats());
            } else {
                entitlements.change(type, id, version, displayName, description, seats());
            }
        });
    }

    private Integer seats() {
        if (seats == null) {
            return null;
        }
        String digits = seats.replaceAll("[\\s.,'’\u00a0\u202f]", "");
        return digits.matches("[0-9]{1,9}") ? Integer.valueOf(digits) : Integer.valueOf(NO_NUMBER);
    }

    /**
     * Deletes it.
     *
     * @return the list, by a redirect; {@code null} when it was refused
     */
    public String delete() {
        return done("deleted", () -> entitlements.delete(type, id, version));
    }

    private String done(String outcome, Runnable change) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            change.run();
        } catch (EntitlementRefused refused) {
            String key = "entitlement.refused." + refused.reason().name().toLowerCase(Locale.ROOT);
            FacesMessage message = new FacesMessage(texts.of(key, heading, refused.seatsUsed()));
            message.setSeverity(FacesMessage.SEVERITY_ERROR);
            faces.addMessage(FIELDS.get(refused.reason()), message);
            return null;
        }
        feedback.done(texts.of(key(outcome), displayName));
        return getList() + "?faces-redirect=true";
    }

    private String key(String end) {
        return "entitlement." + getKind() + "." + end;
    }

    /** @return {@code role} or {@code license}, as in the bundle's keys */
    public String getKind() {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** @return the page that lists those of this kind */
    public String getList() {
        return type == EntitlementType.ROLE ? "roles" : "licenses";
    }

    /** @return whether it is a new one */
    public boolean isAdded() {
        return added;
    }

    /** @return what the page is about: the name as stored, or that it is a new one */
    public String getHeading() {
        return heading;
    }

    /** @return when it was added */
    public Instant getCreated() {
        return created;
    }

    /** @return when it was last changed */
    public Instant getModified() {
        return modified;
    }

    /** @return how many people have it */
    public Holders getHolders() {
        if (holders == null) {
            holders = entitlements.holders(type, id);
        }
        return holders;
    }

    /** @return the id */
    public String getId() {
        return id;
    }

    /** @param id the id of a new one */
    public void setId(String id) {
        this.id = id;
    }

    /** @return what people call it */
    public String getDisplayName() {
        return displayName;
    }

    /** @param displayName what people call it */
    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    /** @return what it means */
    public String getDescription() {
        return description;
    }

    /** @param description what it means */
    public void setDescription(String description) {
        this.description = description;
    }

    /** @return how many seats a licence has, as typed; {@code null} where they are not limited */
    public String getSeats() {
        return seats;
    }

    /** @param seats how many seats a licence has */
    public void setSeats(String seats) {
        this.seats = seats;
    }
}

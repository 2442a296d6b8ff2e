package io.roster.console.services;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.telephony.AssignedServices;
import io.roster.telephony.FreedService;
import io.roster.telephony.Licenses;
import io.roster.telephony.LostService;
import io.roster.telephony.LostServices;
import io.roster.telephony.PersonLicense;
import io.roster.telephony.PersonStatus;
import io.roster.telephony.PoolKind;
import io.roster.telephony.SeatReason;
import io.roster.telephony.SeatResult;
import io.roster.telephony.SeatState;
import io.roster.telephony.ServiceKind;
import io.roster.user.Person;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A person's services on the person's page. Lives as long as the page, and remembers what it shows, so that of two
 * administrators who change the same person the second is told. Each action opens the page anew, which says what came of it.
 */
@Named("personServices")
@ViewScoped
public class PersonServicesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private AssignedServices services;

    @EJB
    private Licenses licenses;

    @EJB
    private LostServices lost;

    @EJB
    private PersonStatus status;

    @Inject
    private Identity identity;

    @Inject
    private Feedback feedback;

    @Inject
    private ServiceWords words;

    @Inject
    private Texts texts;

    private String personId;
    private String name;
    private boolean active;
    private boolean ours;
    private Instant left;
    private String number;
    private String extension;
    private Undo undo;
    private ArrayList<LicenseRow> held = new ArrayList<>();

    /**
     * Reads what a person has.
     *
     * @param person who is shown
     */
    public void open(Person person) {
        personId = person.getId();
        name = person.getFullName();
        active = person.isActive();
        ours = identity.isAdministrator() && status.isOurs(person);
        left = active ? null : services.leftAt(personId).orElse(null);
        number = services.of(PoolKind.NUMBER, personId).orElse(null);
        extension = services.of(PoolKind.EXTENSION, personId).orElse(null);
        licenses.of(personId).forEach(license -> held.add(row(license)));
        Undo offered = feedback.offered(Undo.class);
        undo = offered != null && offered.personId().equals(personId) ? offered : null;
    }

    private LicenseRow row(PersonLicense license) {
        String reasons = license.reasons().stream()
                .map(reason -> texts.word("service.reason", reason))
                .collect(Collectors.joining(", "));
        boolean byHand = license.reasons().contains(SeatReason.HAND);
        return new LicenseRow(license.licenseId(), license.displayName(), license.state(), reasons, byHand);
    }

    /** Opens the page anew where nothing else did: what a button did is only ever shown by a page that was read after it. */
    public void refresh() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.isPostback()) {
            faces.getExternalContext().redirect("person?id=" + personId);
        }
    }

    /**
     * Releases the number or the extension.
     *
     * @param kind which of them
     * @return the page, by a redirect
     */
    public String release(PoolKind kind) {
        String value = kind == PoolKind.NUMBER ? number : extension;
        if (words.tell(
                () -> services.release(kind, personId, value),
                "service.released." + kind.name().toLowerCase(Locale.ROOT),
                words.shown(kind, value))) {
            feedback.offer(new Undo(personId, kind.name(), value, value));
        }
        return again();
    }

    /**
     * Releases a licence that was assigned by hand.
     *
     * @param licenseId its id
     * @param licenseName its name
     * @return the page, by a redirect
     */
    public String releaseLicense(String licenseId, String licenseName) {
        SeatResult result =
                licenses.release(licenseId, List.of(personId)).get(0).result();
        words.tell(result, licenseName);
        if (result == SeatResult.RELEASED) {
            feedback.offer(new Undo(personId, ServiceKind.LICENSE.name(), licenseId, licenseName));
        }
        return again();
    }

    /**
     * Gives back what was released just now.
     *
     * @return the page, by a redirect
     */
    public String takeBack() {
        ServiceKind kind = ServiceKind.valueOf(undo.kind());
        if (kind == ServiceKind.LICENSE) {
            words.tell(licenses.assign(undo.value(), List.of(personId)).get(0).result(), undo.name());
        } else {
            words.tell(
                    () -> services.giveBack(PoolKind.valueOf(undo.kind()), personId, undo.value()),
                    "service.undone",
                    words.shown(kind, undo.value()));
        }
        return again();
    }

    /**
     * Deactivates the person, or reactivates one who is deactivated.
     *
     * @return the page, by a redirect
     */
    public String changeStatus() {
        words.tell(() -> status.change(personId, !active), active ? "person.deactivated" : "person.activated", name);
        return again();
    }

    /** @return whether the reader may deactivate or reactivate the person here */
    public boolean isOurs() {
        return ours;
    }

    /** @return what a deactivation means for the services, in words */
    public String getConsequences() {
        return texts.of(
                "person.deactivate.means",
                name,
                isAny() ? texts.of("person.deactivate.policy", name) : texts.of("person.deactivate.nothing"));
    }

    /** @return the SCIM id */
    public String getPersonId() {
        return personId;
    }

    /** @return what to call the person */
    public String getName() {
        return name;
    }

    /** @return whether the person is active */
    public boolean isActive() {
        return active;
    }

    /** @return since when the person is deactivated; {@code null} where that is not known, and for active ones */
    public Instant getLeft() {
        return left;
    }

    /**
     * Takes the notes away of what did not come back.
     *
     * @return the page, by a redirect
     */
    public String dismiss() {
        lost.dismiss(personId);
        return again();
    }

    private String again() {
        return "person?faces-redirect=true&id=" + personId;
    }

    /** @return the number as people read it; {@code null} for none */
    public String getNumber() {
        return words.shown(PoolKind.NUMBER, number);
    }

    /** @return the extension; {@code null} for none */
    public String getExtension() {
        return extension;
    }

    /** @return the licences for which there is a reason */
    public List<LicenseRow> getLicenses() {
        return held;
    }

    /** @return whether the person has anything at all */
    public boolean isAny() {
        return number != null
                || extension != null
                || held.stream().anyMatch(license -> license.state() == SeatState.HELD);
    }

    /** @return what did not come back with the person */
    public List<LostService> getLost() {
        return lost.of(personId);
    }

    /** @return whether the message about a release offers to undo it */
    public boolean isUndoable() {
        return undo != null;
    }

    /** @return what was freed and comes back with the person */
    public List<FreedService> getFreed() {
        return services.freed(personId);
    }
}

package io.roster.console.services;

import io.roster.entitlement.Entitlement;
import io.roster.entitlement.EntitlementType;
import io.roster.entitlement.Entitlements;
import io.roster.telephony.BulkOutcome;
import io.roster.telephony.BulkPerson;
import io.roster.telephony.BulkWork;
import io.roster.telephony.BulkWorks;
import io.roster.telephony.ExtensionRanges;
import io.roster.telephony.ServiceKind;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** How far a work is, and what came of it for each person. All of its state is in its address. */
@Named
@RequestScoped
public class WorkPage {

    private static final int PAGE = 50;

    @EJB
    private BulkWorks works;

    @EJB
    private Entitlements entitlements;

    @EJB
    private ExtensionRanges ranges;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ServiceWords words;

    private BulkWork work;
    private BulkOutcome outcome;
    private int page;

    // None while the form of the page is decoded, which has nothing to do with them.
    private List<BulkPerson> people = List.of();

    /** Reads the work that the address names; answers 404 when there is none. */
    public void open() throws IOException {
        if (getWork() == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "no such work");
            faces.responseComplete();
            return;
        }
        if (work.ended() != null && !work.seen()) {
            works.see(work.id());
        }
        outcome = outcome(request.getParameter("outcome"));
        page = page(request.getParameter("page"));
        people = works.people(work.id(), outcome, (page - 1) * PAGE, PAGE + 1);
    }

    private static BulkOutcome outcome(String asked) {
        for (BulkOutcome outcome : BulkOutcome.values()) {
            if (outcome.name().toLowerCase(Locale.ROOT).equals(asked)) {
                return outcome;
            }
        }
        return null;
    }

    private static int page(String asked) {
        return asked != null && asked.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(asked) : 1;
    }

    /** @return the work; {@code null} when there is none */
    public BulkWork getWork() {
        if (work == null) {
            // The address of the page, or what its form sends
            String id = request.getParameter("id");
            work = works.find(id == null ? request.getParameter("work") : id).orElse(null);
        }
        return work;
    }

    /** @return whether people can be given back what it has released */
    public boolean isUndoable() {
        return getWork() != null
                && work.ended() != null
                && work.done() > 0
                && work.action().undo().isPresent()
                && getUndo() == null;
    }

    /** @return the id of the work that gives back what this one has released; {@code null} for none */
    public String getUndo() {
        return works.undoneBy(getWork().id()).orElse(null);
    }

    /** @return the page of the work that gives back what this one has released, by a redirect */
    public String undo() {
        return "work?faces-redirect=true&id=" + works.undo(getWork().id());
    }

    /** @return what is done, in words */
    public String getHeading() {
        return heading(work);
    }

    /**
     * @param any a work
     * @return what it does, in words
     */
    public String heading(BulkWork any) {
        return words.sentence("bulk.heading", any.action(), subject(any));
    }

    private String subject(BulkWork any) {
        return switch (any.action()) {
            case ASSIGN_NUMBER -> any.subject() == null ? "" : any.subject();
            case ASSIGN_EXTENSION ->
                ranges.find(any.subject()).map(range -> range.range().getName()).orElse("");
            case ASSIGN_LICENSE, RELEASE_LICENSE ->
                entitlements
                        .find(EntitlementType.LICENSE, any.subject())
                        .map(Entitlement::getDisplayName)
                        .orElse(any.subject());
            default -> "";
        };
    }

    /** @return the people on this page */
    public List<BulkPerson> getPeople() {
        return people.size() > PAGE ? people.subList(0, PAGE) : people;
    }

    /**
     * @param person one of them
     * @return the number as people read it, or what else was assigned or released
     */
    public String given(BulkPerson person) {
        return words.shown(work.action().kind(), person.given());
    }

    /**
     * @param person one of them
     * @return what to call the person; of who was removed, the user name; empty where nothing is known any more
     */
    public String name(BulkPerson person) {
        if (person.name() != null) {
            return person.name();
        }
        return work.action().isRemoval() && person.given() != null ? person.given() : "";
    }

    /** @return every outcome, to choose from */
    public BulkOutcome[] getOutcomes() {
        return BulkOutcome.values();
    }

    /** @return the outcome that is chosen, as in addresses; empty for all */
    public String getOutcome() {
        return outcome == null ? "" : outcome.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param chosen an outcome
     * @return for how many people that came
     */
    public int count(BulkOutcome chosen) {
        return switch (chosen) {
            case DONE -> work.done();
            case UNCHANGED -> work.unchanged();
            case REFUSED -> work.refused();
        };
    }

    /** @return the address of this work, with whichever outcome is chosen */
    public String getAddress() {
        return "work?id=" + work.id() + (outcome == null ? "" : "&outcome=" + getOutcome());
    }

    /** @return the number of the page, from 1 */
    public int getPage() {
        return page;
    }

    /** @return whether another page follows */
    public boolean isMore() {
        return people.size() > PAGE;
    }

    /** @return the kind of service, for how it is called */
    public ServiceKind getKind() {
        return work.action().kind();
    }
}

package io.roster.console.services;

import io.roster.console.people.PeopleSelection;
import io.roster.console.reader.Identity;
import io.roster.console.reader.Texts;
import io.roster.entitlement.Entitlement;
import io.roster.entitlement.EntitlementType;
import io.roster.entitlement.Entitlements;
import io.roster.telephony.BulkAction;
import io.roster.telephony.BulkPreview;
import io.roster.telephony.BulkPreviews;
import io.roster.telephony.BulkWorks;
import io.roster.telephony.ExtensionRanges;
import io.roster.telephony.NumberPool;
import io.roster.telephony.PoolKind;
import io.roster.telephony.RangeUse;
import io.roster.telephony.RemovalPreview;
import io.roster.telephony.ServiceKind;
import io.roster.user.People;
import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/** Chooses what is done with a selection of people. Lives as long as the page, so that sending its form twice starts it once. */
@Named
@ViewScoped
public class BulkPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private People people;

    @EJB
    private Entitlements entitlements;

    @EJB
    private ExtensionRanges ranges;

    @EJB
    private BulkWorks works;

    @EJB
    private BulkPreviews previews;

    @EJB
    private NumberPool pool;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Identity identity;

    @Inject
    private Texts texts;

    private PeopleSelection selection;
    private int count;
    private BulkAction action = BulkAction.ASSIGN_NUMBER;
    private String prefix = "+";
    private String range;
    private String license;
    private BulkPreview preview;
    private RemovalPreview removal;
    private String started;

    /** Reads who is selected; only administrators get here, with somebody selected. */
    public void open() throws IOException {
        selection = PeopleSelection.of(request);
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!identity.isAdministrator()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, "administrators only");
            faces.responseComplete();
            return;
        }
        count = selection.count(people);
    }

    /** Says what would be done, and asks whether to do it. */
    public void review() {
        String subject = subject();
        if (action.hasSubject() && subject == null) {
            FacesMessage message = new FacesMessage(texts.word("bulk.missing", action));
            message.setSeverity(FacesMessage.SEVERITY_ERROR);
            FacesContext.getCurrentInstance().addMessage("form:action", message);
            return;
        }
        if (action.isRemoval()) {
            removal = previews.ofRemoval(selection.ids(people));
        } else {
            preview = previews.of(action, subject, selection.ids(people));
        }
    }

    /** Goes back to the choice. */
    public void back() {
        preview = null;
        removal = null;
    }

    /**
     * Starts it.
     *
     * @return the page that shows how far it is, by a redirect
     */
    public synchronized String start() {
        if (started == null) {
            Collection<String> ids = selection.ids(people);
            started = works.start(action, subject(), ids);
        }
        return "work?faces-redirect=true&id=" + started;
    }

    /** @return what would be done; {@code null} while it is being chosen */
    public BulkPreview getPreview() {
        return preview;
    }

    /** @return what a removal would do; {@code null} while it is being chosen, and where nobody is removed */
    public RemovalPreview getRemoval() {
        return removal;
    }

    /** @return for how many days what is released rests; 0 for licences, which do not, and for people */
    public int getRestDays() {
        return action.isRemoval() || action.kind() == ServiceKind.LICENSE
                ? 0
                : pool.restDays(PoolKind.valueOf(action.kind().name()));
    }

    private String subject() {
        return switch (action) {
            case ASSIGN_NUMBER -> {
                String digits =
                        prefix == null ? "" : prefix.replaceAll("[^0-9]", "").replaceFirst("^00", "");
                yield digits.isEmpty() ? "" : '+' + digits;
            }
            case ASSIGN_EXTENSION -> range;
            case ASSIGN_LICENSE, RELEASE_LICENSE -> license;
            default -> null;
        };
    }

    /** @return how many people are selected */
    public int getCount() {
        return count;
    }

    /** @return every choice of what to do */
    public List<BulkAction> getActions() {
        return BulkAction.CHOICES;
    }

    /** @return the ranges of extensions */
    public List<RangeUse> getRanges() {
        return ranges.list();
    }

    /** @return every licence type */
    public List<Entitlement> getLicenses() {
        return entitlements.list(EntitlementType.LICENSE);
    }

    /** @return the list from which they were selected */
    public String getList() {
        return selection.list();
    }

    /** @return what to do */
    public BulkAction getAction() {
        return action;
    }

    /** @param action what to do */
    public void setAction(BulkAction action) {
        this.action = action;
    }

    /** @return what numbers are to begin with */
    public String getPrefix() {
        return prefix;
    }

    /** @param prefix what numbers are to begin with, however it is written */
    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }

    /** @return the id of the range of extensions */
    public String getRange() {
        return range;
    }

    /** @param range the id of the range of extensions */
    public void setRange(String range) {
        this.range = range;
    }

    /** @return the id of the licence */
    public String getLicense() {
        return license;
    }

    /** @param license the id of the licence */
    public void setLicense(String license) {
        this.license = license;
    }
}

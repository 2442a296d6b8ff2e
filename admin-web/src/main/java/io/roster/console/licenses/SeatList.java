package io.roster.console.licenses;

import io.roster.console.reader.Texts;
import io.roster.telephony.LicenseRefused;
import io.roster.telephony.LicenseReport;
import io.roster.telephony.LicenseUse;
import io.roster.telephony.Licenses;
import io.roster.telephony.SeatHolder;
import io.roster.telephony.SeatPage;
import io.roster.telephony.SeatState;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The seats of one licence: how many there are, and the people who have one, wait for one or gave one up. */
@Named
@ViewScoped
public class SeatList implements Serializable {

    /** How many people one request assigns to; it takes about a second. */
    public static final int MOST_NAMES = 200;

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @EJB
    private LicenseReport report;

    @EJB
    private Licenses licenses;

    @Inject
    private Texts texts;

    @Inject
    private SeatMessages messages;

    private LicenseAddress address;
    private String names;

    // Not part of a session that is written to the database
    private transient LicenseUse use;
    private transient SeatPage found;

    /** Reads what the address names. */
    public void open() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        address = LicenseAddress.parse(
                parameters.get("id"), parameters.get("state"), parameters.get("q"), parameters.get("page"));
    }

    /** @return how the seats are used */
    public LicenseUse getUse() {
        if (use == null) {
            use = report.of(address.id()).orElseThrow();
        }
        return use;
    }

    /** @return whether groups, or what Okta gives, have changed and seats have yet to follow */
    public boolean isPending() {
        return report.isPending(address.id());
    }

    /** @return the people on this page */
    public List<SeatHolder> getHolders() {
        return found().holders();
    }

    private SeatPage found() {
        if (found == null) {
            found = report.page(address.query(), (address.page() - 1) * PAGE, PAGE);
            // An address kept from when the list was longer
            if (found.holders().isEmpty() && found.total() > 0) {
                address = address.withPage(lastPage());
                found = report.page(address.query(), (address.page() - 1) * PAGE, PAGE);
            }
        }
        return found;
    }

    /**
     * @param holder a person
     * @return why the person has the licence, a few words for each reason
     */
    public List<String> reasons(SeatHolder holder) {
        return holder.reasons().stream()
                .map(reason -> switch (reason) {
                    case HAND -> texts.of("seat.reason.by", holder.assignedBy());
                    case GROUP ->
                        holder.groups().isEmpty()
                                ? texts.of("seat.reason.group")
                                : texts.of(
                                        "seat.reason.groups",
                                        holder.groups().size(),
                                        SeatMessages.told(holder.groups()));
                    case OKTA -> texts.of("seat.reason.okta");
                })
                .toList();
    }

    /**
     * Assigns the licence to the people whose user names were typed, one a line.
     *
     * @return the same page, by a redirect; {@code null} when something is to be mended first
     */
    public String assign() {
        Set<String> typed = new LinkedHashSet<>();
        (names == null ? "" : names)
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(typed::add);
        if (typed.isEmpty() || typed.size() > MOST_NAMES) {
            messages.problem(
                    "seats:names", typed.isEmpty() ? "seat.names.none" : "seat.names.many", typed.size(), MOST_NAMES);
            return null;
        }
        Map<String, String> ids = licenses.named(typed);
        List<String> unknown =
                typed.stream().filter(name -> !ids.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            messages.problem("seats:names", "seat.names.unknown", unknown.size(), SeatMessages.told(unknown));
            return null;
        }
        Map<String, String> byId = new LinkedHashMap<>();
        typed.forEach(name -> byId.putIfAbsent(ids.get(name), name));
        return changed(() -> messages.tell(getUse(), byId, licenses.assign(address.id(), byId.keySet())));
    }

    /**
     * Releases the licence of the people who were ticked.
     *
     * @return the same page, by a redirect
     */
    public String release() {
        String[] ticked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get("person");
        if (ticked == null) {
            messages.problem(null, "seat.release.none");
            return null;
        }
        Map<String, String> byId = new LinkedHashMap<>();
        List.of(ticked).forEach(id -> byId.put(id, id));
        found().holders().stream()
                .filter(holder -> byId.containsKey(holder.personId()))
                .forEach(holder -> byId.put(holder.personId(), holder.userName()));
        return changed(() -> messages.tell(getUse(), byId, licenses.release(address.id(), byId.keySet())));
    }

    private String changed(Runnable change) {
        try {
            change.run();
        } catch (LicenseRefused refused) {
            messages.problem(null, "seat.refused." + refused.reason().name().toLowerCase(java.util.Locale.ROOT));
            return null;
        }
        String state = address.state() == SeatState.HELD ? "" : "&state=" + LicenseAddress.key(address.state());
        return "license?faces-redirect=true&id=" + address.id() + state;
    }

    /** @return the choices of which people are listed */
    public List<SeatState> getStates() {
        return List.of(SeatState.values());
    }

    /**
     * @param state which people
     * @return the address of the page that lists them
     */
    public String at(SeatState state) {
        return address.withState(state).toString();
    }

    /** @return which people are listed */
    public SeatState getState() {
        return address.state();
    }

    /** @return the word for the state as it stands in addresses */
    public String getStateKey() {
        return LicenseAddress.key(address.state());
    }

    /** @return what is searched for, as it was typed */
    public String getSearch() {
        return address.search();
    }

    /** @return how many people the whole list has, in words */
    public String getCount() {
        return texts.of(found().exact() ? "count" : "count.more", found().total());
    }

    /** @return from where to where the page goes, in words */
    public String getRange() {
        int before = (address.page() - 1) * PAGE;
        String key = found().exact() ? "pager.range" : "pager.range.more";
        return texts.of(key, before + 1, before + getHolders().size(), found().total());
    }

    /** @return whether another page follows */
    public boolean isMore() {
        return getHolders().size() == PAGE && (!isExact() || address.page() < lastPage());
    }

    /** @return whether it is known where the list ends */
    public boolean isExact() {
        return found().exact();
    }

    private int lastPage() {
        return Math.max(1, (found.total() + PAGE - 1) / PAGE);
    }

    /** @return the number of the page, from 1 */
    public int getPage() {
        return address.page();
    }

    /**
     * @param number the number of a page
     * @return its address
     */
    public String pageAt(int number) {
        return address.withPage(number).toString();
    }

    /** @return the address of the last page */
    public String getLast() {
        return pageAt(lastPage());
    }

    /** @return the user names of those to assign to, as typed */
    public String getNames() {
        return names;
    }

    /** @param names user names, one a line */
    public void setNames(String names) {
        this.names = names;
    }
}

package io.roster.console.licenses;

import io.roster.telephony.GroupWithPeople;
import io.roster.telephony.LicenseGroups;
import io.roster.telephony.LicenseRefused;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups whose members have a licence, and the search for another one. */
@Named
@ViewScoped
public class RuleList implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 20;

    @EJB
    private LicenseGroups groups;

    @Inject
    private SeatMessages messages;

    private String licenseId;
    private String search;

    // Kept with the page: a button stands for the row as it was shown, whatever others have changed since.
    private ArrayList<GroupWithPeople> rules;
    private ArrayList<GroupWithPeople> found;

    /** Reads what the address names. */
    public void open() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        licenseId = parameters.get("id");
        String typed = parameters.get("group");
        search = typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** @return the groups whose members have the licence, by name */
    public List<GroupWithPeople> getRules() {
        if (rules == null) {
            rules = new ArrayList<>(groups.of(licenseId));
        }
        return rules;
    }

    /** @return groups whose name begins with what is searched for and that do not have the licence */
    public List<GroupWithPeople> getFound() {
        if (found == null) {
            Set<String> has = getRules().stream().map(GroupWithPeople::id).collect(Collectors.toSet());
            found = new ArrayList<>();
            if (search != null) {
                groups.find(search, FOUND + has.size()).stream()
                        .filter(group -> !has.contains(group.id()))
                        .limit(FOUND)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** @return the beginning of a group's name, as typed; {@code null} where none is searched for */
    public String getSearch() {
        return search;
    }

    /**
     * Gives the licence to the members of a group, or ends that rule.
     *
     * @param verb {@code add} or {@code remove}
     * @param group the group
     * @return the same page, by a redirect
     */
    public String change(String verb, GroupWithPeople group) {
        boolean adds = "add".equals(verb);
        try {
            if (adds) {
                groups.add(licenseId, group.id());
            } else {
                groups.remove(licenseId, group.id());
            }
        } catch (LicenseRefused refused) {
            messages.problem(null, "seat.refused." + refused.reason().name().toLowerCase(Locale.ROOT));
            return null;
        }
        messages.done(adds ? "license.group.added" : "license.group.removed", group.displayName());
        return "license?faces-redirect=true&id=" + licenseId;
    }
}

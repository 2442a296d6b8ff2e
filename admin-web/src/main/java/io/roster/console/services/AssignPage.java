package io.roster.console.services;

import io.roster.console.reader.Feedback;
import io.roster.console.reader.Identity;
import io.roster.entitlement.EntitlementType;
import io.roster.entitlement.Entitlements;
import io.roster.entitlement.License;
import io.roster.telephony.AssignedServices;
import io.roster.telephony.ExtensionRanges;
import io.roster.telephony.Licenses;
import io.roster.telephony.PoolKind;
import io.roster.telephony.Pools;
import io.roster.telephony.RangeUse;
import io.roster.telephony.ServiceKind;
import io.roster.user.People;
import io.roster.user.Person;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Chooses a number, an extension or a licence for a person. Remembers what the person had when it was opened, so that of two
 * administrators the second is told.
 */
@Named
@ViewScoped
public class AssignPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 30;

    @EJB
    private People people;

    @EJB
    private AssignedServices services;

    @EJB
    private Pools pools;

    @EJB
    private ExtensionRanges ranges;

    @EJB
    private Entitlements entitlements;

    @EJB
    private Licenses licenses;

    @Inject
    private Feedback feedback;

    @Inject
    private ServiceWords words;

    @Inject
    private Identity identity;

    private ServiceKind kind;
    private String personId;
    private String name;
    private String seen;
    private String search;

    // As the page shows it: a row that is pressed means what was read in it.
    private ArrayList<String> free;

    /** Reads the person and the kind that the address names; answers 404 when there is no such person or kind. */
    public void open() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        kind = kind(asked.get("kind"));
        personId = asked.getOrDefault("person", "");
        search = asked.getOrDefault("q", "").strip();
        Person person = people.find(personId).orElse(null);
        if (!identity.isAdministrator() || kind == null || person == null) {
            faces.getExternalContext()
                    .responseSendError(
                            identity.isAdministrator()
                                    ? HttpServletResponse.SC_NOT_FOUND
                                    : HttpServletResponse.SC_FORBIDDEN,
                            "nothing to assign");
            faces.responseComplete();
            return;
        }
        name = person.getFullName();
        if (kind != ServiceKind.LICENSE) {
            seen = services.of(pool(), personId).orElse(null);
            String prefix = kind == ServiceKind.NUMBER ? getPrefix() : search.replaceAll("[^0-9]", "");
            free = new ArrayList<>(pools.free(pool(), prefix, SHOWN));
        }
    }

    private static ServiceKind kind(String asked) {
        for (ServiceKind kind : ServiceKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(asked)) {
                return kind;
            }
        }
        return null;
    }

    private PoolKind pool() {
        return PoolKind.valueOf(kind.name());
    }

    /**
     * Assigns a certain number or extension.
     *
     * @param value the number in E.164 form, or the extension
     * @return the person's page, by a redirect
     */
    public String assign(String value) {
        words.tell(
                () -> services.assign(pool(), personId, seen, value),
                "service.assigned." + getKey(),
                words.shown(kind, value));
        return person();
    }

    /**
     * Assigns the next free number or extension.
     *
     * @param within what a number is to begin with, or the id of a range; empty for any
     * @return the person's page, by a redirect
     */
    public String assignNext(String within) {
        String[] given = new String[1];
        if (words.tell(() -> given[0] = services.assignNext(pool(), personId, seen, within), null)) {
            feedback.done(words.sentence("service.assigned", kind, words.shown(kind, given[0])));
        }
        return person();
    }

    /**
     * Assigns a licence.
     *
     * @param licenseId its id
     * @param licenseName its name
     * @return the person's page, by a redirect
     */
    public String assignLicense(String licenseId, String licenseName) {
        words.tell(licenses.assign(licenseId, List.of(personId)).get(0).result(), licenseName);
        return person();
    }

    private String person() {
        return "person?faces-redirect=true&id=" + personId;
    }

    /** @return free numbers or extensions that begin with what was searched for */
    public List<String> getFree() {
        return free;
    }

    /** @return what was searched for, as numbers begin with it; empty for any */
    public String getPrefix() {
        String digits = search.replaceAll("[^0-9]", "").replaceFirst("^00", "");
        return digits.isEmpty() ? "" : '+' + digits;
    }

    /** @return the ranges of extensions that have a free one */
    public List<RangeUse> getRanges() {
        return ranges.list().stream().filter(range -> range.free() > 0).toList();
    }

    /** @return every licence type */
    public List<License> getLicenses() {
        return entitlements.list(EntitlementType.LICENSE).stream()
                .map(License.class::cast)
                .toList();
    }

    /**
     * @param value what is shown of the kind that is chosen here
     * @return as people read it
     */
    public String shown(String value) {
        return words.shown(kind, value);
    }

    /** @return {@code number}, {@code extension} or {@code license}, as in the bundle's keys */
    public String getKey() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** @return the person's SCIM id */
    public String getPersonId() {
        return personId;
    }

    /** @return what to call the person */
    public String getName() {
        return name;
    }

    /** @return what the person has and would lose, as people read it; {@code null} for nothing */
    public String getReplaced() {
        return words.shown(kind, seen);
    }

    /** @return what was searched for */
    public String getSearch() {
        return search;
    }
}

package io.roster.console.people;

import io.roster.console.reader.AddressedList;
import io.roster.console.reader.ListAddress;
import io.roster.console.reader.Texts;
import io.roster.entitlement.Entitlement;
import io.roster.entitlement.EntitlementType;
import io.roster.entitlement.Entitlements;
import io.roster.persistence.Source;
import io.roster.user.People;
import io.roster.user.PeoplePage;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The list of people. All of its state is in its address, so that it can be kept, sent and gone back to. */
@Named
@RequestScoped
public class PeopleList extends AddressedList {

    private static final int PAGE = 50;

    @EJB
    private People people;

    @EJB
    private Entitlements entitlements;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private PeopleAddress address;
    private PeoplePage found;
    private List<PersonRow> rows;
    private List<Entitlement> licenses;

    @PostConstruct
    void load() {
        open(PeopleAddress.parse(
                request.getParameter("q"),
                request.getParameter("state"),
                request.getParameter("source"),
                request.getParameter("services"),
                request.getParameter("sort"),
                request.getParameter("page")));
        // An address kept from when the list was longer
        if (found.people().isEmpty() && found.total() > 0) {
            open(address.withPage(lastPage()));
        }
        rows = found.people().stream().map(PersonRow::new).toList();
    }

    private void open(PeopleAddress wanted) {
        address = wanted;
        found = people.page(address.query(), (address.page() - 1) * PAGE, PAGE);
    }

    @Override
    protected ListAddress address() {
        return address;
    }

    @Override
    protected int lastPage() {
        return Math.max(1, (found.total() + PAGE - 1) / PAGE);
    }

    /** @return the people on this page */
    public List<PersonRow> getPeople() {
        return rows;
    }

    /** @return how many people the whole list has, in words */
    public String getCount() {
        return texts.of(found.exact() ? "count" : "count.more", found.total());
    }

    /** @return from where to where the page goes, in words */
    public String getRange() {
        int before = (address.page() - 1) * PAGE;
        String key = found.exact() ? "pager.range" : "pager.range.more";
        return texts.of(key, before + 1, before + rows.size(), found.total());
    }

    /** @return whether the list leaves people out */
    public boolean isFiltered() {
        return !address.query().isEverybody();
    }

    /** @return whether another page follows */
    public boolean isMore() {
        return rows.size() == PAGE && (!found.exact() || address.page() < lastPage());
    }

    /** @return whether it is known where the list ends */
    public boolean isExact() {
        return found.exact();
    }

    /** @return every choice of a state */
    public List<String> getStates() {
        return List.of(PeopleAddress.ALL, PeopleAddress.ACTIVE, PeopleAddress.DEACTIVATED);
    }

    /** @return every choice of a source */
    public List<String> getSources() {
        return List.of(PeopleAddress.ALL, PeopleAddress.key(Source.OKTA), PeopleAddress.key(Source.CONSOLE));
    }

    /** @return the keys of what can be asked of services beside licences */
    public List<String> getServices() {
        return List.of(PeopleAddress.ALL, "number", "no-number", "extension", "no-extension");
    }

    /** @return every licence type, for asking who has it */
    public List<Entitlement> getLicenses() {
        if (licenses == null) {
            licenses = entitlements.list(EntitlementType.LICENSE);
        }
        return licenses;
    }

    /** @return what is asked of services */
    public String getService() {
        return address.services();
    }

    /** @return the address of the page that does something for all people of this list, whatever page they are on */
    public String getAll() {
        return "bulk" + address.withPage(1).toString().substring("people".length());
    }

    /** @return what is searched for, as it was typed */
    public String getSearch() {
        return address.query().search();
    }

    /** @return the chosen state */
    public String getState() {
        return address.state();
    }

    /** @return the chosen source */
    public String getSource() {
        return address.source();
    }
}

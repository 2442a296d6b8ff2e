package io.roster.console.people;

import io.roster.audit.Timeline;
import io.roster.console.reader.ScimAddress;
import io.roster.console.services.PersonServicesPage;
import io.roster.persistence.Source;
import io.roster.scim.protocol.Reference;
import io.roster.scim.protocol.StoredResource;
import io.roster.user.People;
import io.roster.user.Person;
import io.roster.user.Users;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** One person: identity, groups, the SCIM document and what happened to it. */
@Named
@RequestScoped
public class PersonPage {

    private static final int EVENTS = 20;

    @EJB
    private People people;

    @EJB
    private Users users;

    @EJB
    private Timeline timeline;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ScimAddress scim;

    @Inject
    private PersonServicesPage services;

    private Person person;
    private List<Fact> facts;
    private List<Fact> ownFacts;
    private List<Reference> groups;
    private String document;
    private List<EventRow> events;
    private boolean older;

    /** Reads the person that the address names; answers 404 when there is none. */
    public void load() throws IOException {
        String id = request.getParameter("id");
        person = id == null ? null : people.find(id).orElse(null);
        if (person == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "no such person");
            faces.responseComplete();
            return;
        }
        services.open(person);
        StoredResource resource = users.get(id, true);
        facts = Fact.of(ScimText.parse(resource.document()));
        ownFacts = Fact.own(ScimText.parse(resource.document()));
        groups = resource.references() == null ? List.of() : resource.references();
        document = ScimText.pretty(ScimText.read(resource.toJson(scim.getBase())));
        List<EventRow> found = timeline.of(id, request.getParameter("before"), EVENTS + 1).stream()
                .map(EventRow::new)
                .toList();
        older = found.size() > EVENTS;
        events = older ? found.subList(0, EVENTS) : found;
    }

    /** @return the person */
    public Person getPerson() {
        return person;
    }

    /** @return whether Okta owns the identity fields */
    public boolean isLocked() {
        // A form of the page asks before anything is read; what its button does opens the page anew.
        return person != null && person.getSource() == Source.OKTA;
    }

    /** @return the attributes that are there, in the order in which people look for them */
    public List<Fact> getFacts() {
        return facts;
    }

    /** @return the attributes that administrators defined and that are there */
    public List<Fact> getOwnFacts() {
        return ownFacts;
    }

    /** @return the groups that the person is in */
    public List<Reference> getGroups() {
        return groups;
    }

    /** @return the SCIM representation, indented */
    public String getDocument() {
        return document;
    }

    /** @return events, newest first */
    public List<EventRow> getEvents() {
        return events;
    }

    /** @return the address of the page with older events; {@code null} at the end */
    public String getOlder() {
        return older
                ? "person?id=" + person.getId() + "&before="
                        + events.get(EVENTS - 1).getId() + "#events"
                : null;
    }

    /** @return the address of the page with the newest events; {@code null} on that page */
    public String getNewest() {
        return request.getParameter("before") == null ? null : "person?id=" + person.getId() + "#events";
    }
}

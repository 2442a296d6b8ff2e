package io.roster.console.numbers;

import io.roster.telephony.NumberPool;
import io.roster.telephony.NumberRefused;
import io.roster.telephony.PoolKind;
import io.roster.telephony.PoolRow;
import io.roster.telephony.Pools;
import io.roster.user.People;
import io.roster.user.PeopleQuery;
import io.roster.user.Person;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** One number or extension: who has it, and what can be done with it. */
@Named
@ViewScoped
public class PoolItem implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int CANDIDATES = 8;

    @EJB
    private Pools pools;

    @EJB
    private NumberPool pool;

    @EJB
    private People people;

    @Inject
    private NumberTexts words;

    private PoolKind kind;
    private String value;
    private String search;

    // Not part of a session that is written to the database
    private transient PoolRow row;
    private transient List<Candidate> candidates;

    /**
     * Reads what the address names: 404 when it is not there.
     *
     * @param asked which kind
     */
    public void open(PoolKind asked) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        Map<String, String> parameters = faces.getExternalContext().getRequestParameterMap();
        kind = asked;
        String named = parameters.getOrDefault("n", "");
        value = kind == PoolKind.NUMBER ? "+" + named.replaceFirst("^[ +]", "") : named;
        search = parameters.get("q");
        if (getRow() == null) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "not in the pool");
            faces.responseComplete();
        }
    }

    /** @return what there is to know of it; {@code null} when it is not there */
    public PoolRow getRow() {
        if (row == null) {
            row = pools.find(kind, value).orElse(null);
        }
        return row;
    }

    /** @return active people whose name or userName begins with what is searched for; none without a search */
    public List<Candidate> getCandidates() {
        if (candidates == null) {
            candidates = search == null || search.isBlank() ? List.of() : found();
        }
        return candidates;
    }

    private List<Candidate> found() {
        PeopleQuery query = new PeopleQuery(search.strip(), true, null, null, PeopleQuery.Sort.NAME, false);
        List<Person> matching = people.page(query, 0, CANDIDATES).people();
        List<String> ids = matching.stream().map(Person::getId).toList();
        Map<String, String> held = pools.of(kind, ids);
        return matching.stream()
                .map(person -> new Candidate(
                        person.getId(),
                        person.getFullName(),
                        person.getUserName(),
                        words.shown(held.get(person.getId()))))
                .toList();
    }

    /**
     * Assigns it.
     *
     * @param person to whom; what that person has already is released
     * @return this page, by a redirect; {@code null} when it was refused
     */
    public String assign(Candidate person) {
        return done(
                "pool.assigned", person.name(), () -> pools.assign(kind, person.id(), value, person.held() != null));
    }

    /** @return this page, by a redirect; {@code null} when it was refused */
    public String release() {
        PoolRow released = getRow();
        return done("pool.released", released.personName(), () -> pools.release(kind, released.personId(), value));
    }

    /** @return this page, by a redirect; {@code null} when it was refused */
    public String endRest() {
        return done("pool.rested", "", () -> pool.endRest(kind, value));
    }

    /** @return the list, by a redirect; {@code null} when it was refused */
    public String withdraw() {
        String stayed = done("pool.withdrawn", "", () -> pool.withdraw(value));
        return stayed == null ? null : "numbers?faces-redirect=true";
    }

    private String done(String key, String name, Runnable change) {
        try {
            change.run();
        } catch (NumberRefused refused) {
            row = null;
            candidates = null;
            words.show(refused, null);
            return null;
        }
        words.done(key, words.shown(value), name);
        String page = kind == PoolKind.NUMBER ? "number?n=" + value.substring(1) : "extension?n=" + value;
        return page + "&faces-redirect=true";
    }

    /** @return for how many days it rests when it is released */
    public int getRestDays() {
        return pool.restDays(kind);
    }

    /** @return which kind it is */
    public PoolKind getKind() {
        return kind;
    }

    /** @return the number in international form, or the extension */
    public String getShown() {
        return words.shown(value);
    }

    /** @return what names it in the address */
    public String getName() {
        return kind == PoolKind.NUMBER ? value.substring(1) : value;
    }

    /** @return what is searched for among people */
    public String getSearch() {
        return search;
    }
}

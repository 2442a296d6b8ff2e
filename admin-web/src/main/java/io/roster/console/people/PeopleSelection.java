package io.roster.console.people;

import io.roster.user.People;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The people whom an address selects: those whose ids it has, or else all of a list, whatever page they are on.
 *
 * @param picked SCIM ids; empty for all of the list
 * @param search as {@link PeopleAddress} has it
 * @param state as there
 * @param source as there
 * @param services as there
 */
public record PeopleSelection(ArrayList<String> picked, String search, String state, String source, String services)
        implements Serializable {

    /**
     * @param request with the parameters of the list of people, or with some {@code id}
     * @return whom it selects
     */
    public static PeopleSelection of(HttpServletRequest request) {
        String[] ids = request.getParameterValues("id");
        return new PeopleSelection(
                new ArrayList<>(ids == null ? List.of() : List.of(ids)),
                request.getParameter("q"),
                request.getParameter("state"),
                request.getParameter("source"),
                request.getParameter("services"));
    }

    /**
     * @param people where to look
     * @return how many they are
     */
    public int count(People people) {
        return picked.isEmpty() ? people.count(address().query()) : picked.size();
    }

    /**
     * @param people where to look
     * @return their SCIM ids
     */
    public Collection<String> ids(People people) {
        return picked.isEmpty() ? people.ids(address().query()) : picked;
    }

    /** @return the address of the list that they are of */
    public String list() {
        return address().toString();
    }

    private PeopleAddress address() {
        return PeopleAddress.parse(search, state, source, services, null, null);
    }
}

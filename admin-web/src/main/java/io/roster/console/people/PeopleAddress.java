package io.roster.console.people;

import io.roster.console.reader.ListAddress;
import io.roster.persistence.Source;
import io.roster.user.PeopleQuery;
import io.roster.user.PeopleQuery.Sort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The address of a list of people: what it says about filters, order and page. Whatever a reader types into an address
 * reads as something, at worst as the plain list.
 *
 * @param query which people, in which order
 * @param page the number of the page, from 1
 */
record PeopleAddress(PeopleQuery query, int page) implements ListAddress {

    static final String ALL = "all";
    static final String ACTIVE = "active";
    static final String DEACTIVATED = "deactivated";
    private static final int LAST_PAGE = 1_000_000;

    static PeopleAddress parse(String search, String state, String source, String services, String sort, String page) {
        String stripped = search == null ? "" : search.strip();
        Boolean active = ACTIVE.equals(state) ? Boolean.TRUE : DEACTIVATED.equals(state) ? Boolean.FALSE : null;
        boolean descending = sort != null && sort.startsWith("-");
        PeopleQuery query = new PeopleQuery(
                stripped.isEmpty() ? null : stripped,
                active,
                source(source),
                ServicesKey.parse(services),
                sort(descending ? sort.substring(1) : sort),
                descending);
        return new PeopleAddress(query, number(page));
    }

    private static Source source(String key) {
        for (Source source : Source.values()) {
            if (key(source).equals(key)) {
                return source;
            }
        }
        return null;
    }

    static Sort sort(String key) {
        for (Sort sort : Sort.values()) {
            if (sort.getKey().equals(key)) {
                return sort;
            }
        }
        return Sort.NAME;
    }

    private static int number(String page) {
        try {
            return page == null ? 1 : Math.max(1, Math.min(LAST_PAGE, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    static String key(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public PeopleAddress withPage(int number) {
        return new PeopleAddress(query, number);
    }

    /** The same people in another order; in the opposite one where they are in that order already. */
    @Override
    public PeopleAddress sortedBy(String key) {
        Sort sort = sort(key);
        boolean newestFirst = sort == Sort.MODIFIED;
        boolean descending = query.sort() == sort ? !query.descending() : newestFirst;
        return new PeopleAddress(
                new PeopleQuery(query.search(), query.active(), query.source(), query.service(), sort, descending), 1);
    }

    String state() {
        return query.active() == null ? ALL : query.active() ? ACTIVE : DEACTIVATED;
    }

    String source() {
        return query.source() == null ? ALL : key(query.source());
    }

    String services() {
        return ServicesKey.of(query.service());
    }

    @Override
    public String sort() {
        return (query.descending() ? "-" : "") + query.sort().getKey();
    }

    /** The address relative to the console, with nothing in it that goes without saying. */
    @Override
    public String toString() {
        List<String> parameters = new ArrayList<>();
        add(parameters, "q", query.search(), null);
        add(parameters, "state", state(), ALL);
        add(parameters, "source", source(), ALL);
        add(parameters, "services", services(), ALL);
        add(parameters, "sort", sort(), Sort.NAME.getKey());
        add(parameters, "page", String.valueOf(page), "1");
        return parameters.isEmpty() ? "people" : "people?" + String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, String value, String usual) {
        if (value != null && !value.equals(usual)) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}

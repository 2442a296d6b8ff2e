package io.roster.console.numbers;

import io.roster.console.reader.ListAddress;
import io.roster.telephony.PoolQuery;
import io.roster.telephony.PoolQuery.Sort;
import io.roster.telephony.PoolState;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The address of a list of numbers, or of the extensions of a range. Whatever a reader types into an address reads as
 * something, at worst as the plain list.
 *
 * @param path the page
 * @param query what to list, in which order
 * @param page the number of the page, from 1
 */
record PoolAddress(String path, PoolQuery query, int page) implements ListAddress {

    static final String ALL = "all";
    private static final int LAST_PAGE = 1_000_000;

    static PoolAddress parse(String path, String rangeId, HttpServletRequest request) {
        String sort = request.getParameter("sort");
        boolean descending = sort != null && sort.startsWith("-");
        PoolQuery query = new PoolQuery(
                rangeId,
                text(request.getParameter("q"), "."),
                text(request.getParameter("prefix"), "\\d"),
                state(request.getParameter("state")),
                sort(descending ? sort.substring(1) : sort),
                descending);
        return new PoolAddress(path, query, number(request.getParameter("page")));
    }

    private static String text(String typed, String needed) {
        String stripped = typed == null ? "" : typed.strip();
        return stripped.replaceAll(needed, "").equals(stripped) ? null : stripped;
    }

    private static PoolState state(String key) {
        for (PoolState state : PoolState.values()) {
            if (key(state).equals(key)) {
                return state;
            }
        }
        return null;
    }

    static Sort sort(String key) {
        return Sort.CHANGED.getKey().equals(key) ? Sort.CHANGED : Sort.VALUE;
    }

    private static int number(String page) {
        try {
            return page == null ? 1 : Math.max(1, Math.min(LAST_PAGE, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    static String key(PoolState state) {
        return state == null ? ALL : state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public PoolAddress withPage(int number) {
        return new PoolAddress(path, query, number);
    }

    /** The same list in another order; in the opposite one where it is in that order already. */
    @Override
    public PoolAddress sortedBy(String key) {
        Sort sort = sort(key);
        boolean descending = query.sort() == sort ? !query.descending() : sort == Sort.CHANGED;
        return new PoolAddress(
                path,
                new PoolQuery(query.rangeId(), query.search(), query.prefix(), query.state(), sort, descending),
                1);
    }

    @Override
    public String sort() {
        return (query.descending() ? "-" : "") + query.sort().getKey();
    }

    /** The address relative to the console, with nothing in it that goes without saying. */
    @Override
    public String toString() {
        List<String> parameters = new ArrayList<>();
        add(parameters, "id", query.rangeId(), null);
        add(parameters, "q", query.search(), null);
        add(parameters, "prefix", query.prefix(), null);
        add(parameters, "state", key(query.state()), ALL);
        add(parameters, "sort", sort(), Sort.VALUE.getKey());
        add(parameters, "page", String.valueOf(page), "1");
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, String value, String usual) {
        if (value != null && !value.equals(usual)) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}

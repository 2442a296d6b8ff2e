package io.roster.console.syncback;

import io.roster.outbox.QueueQuery;
import io.roster.outbox.RowState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The address of the queue: what it says about filters and page. Whatever a reader types reads as something.
 *
 * @param query which rows
 * @param page the number of the page, from 1
 */
record QueueAddress(QueueQuery query, int page) {

    static final String OPEN = "open";
    private static final int LAST_PAGE = 1_000_000;

    static QueueAddress parse(String search, String state, String page) {
        String stripped = search == null ? "" : search.strip();
        return new QueueAddress(new QueueQuery(state(state), stripped.isEmpty() ? null : stripped), number(page));
    }

    private static RowState state(String key) {
        for (RowState state : RowState.values()) {
            if (key(state).equals(key)) {
                return state;
            }
        }
        return null;
    }

    static int number(String page) {
        try {
            return page == null ? 1 : Math.max(1, Math.min(LAST_PAGE, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    static String key(RowState state) {
        return state == null ? OPEN : state.name().toLowerCase(Locale.ROOT);
    }

    QueueAddress withPage(int number) {
        return new QueueAddress(query, number);
    }

    /** Where an action goes on, as Faces takes it: without what it could not tell from the address itself. */
    String outcome() {
        String search = query.search() == null || query.search().matches(".*[&=?#].*") ? "" : "&q=" + query.search();
        String state = query.state() == null ? "" : "&state=" + key(query.state());
        return "sync-back?faces-redirect=true" + search + state + (page > 1 ? "&page=" + page : "");
    }

    /** The address relative to the console, with nothing in it that goes without saying. */
    @Override
    public String toString() {
        List<String> parameters = new ArrayList<>();
        if (query.search() != null) {
            parameters.add("q=" + URLEncoder.encode(query.search(), StandardCharsets.UTF_8));
        }
        if (query.state() != null) {
            parameters.add("state=" + key(query.state()));
        }
        if (page > 1) {
            parameters.add("page=" + page);
        }
        return parameters.isEmpty() ? "sync-back" : "sync-back?" + String.join("&", parameters);
    }
}

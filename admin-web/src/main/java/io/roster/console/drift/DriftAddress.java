package io.roster.console.drift;

import io.roster.drift.DriftKind;
import io.roster.drift.DriftQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The address of what a comparison found: what it says about filters and page. Whatever a reader types reads as something.
 *
 * @param query which rows
 * @param page the number of the page, from 1
 */
record DriftAddress(DriftQuery query, int page) {

    private static final int LAST_PAGE = 1_000_000;

    static DriftAddress parse(String of, String kind, String search, String page) {
        String stripped = search == null ? "" : search.strip();
        return new DriftAddress(
                new DriftQuery("groups".equals(of), kind(kind), stripped.isEmpty() ? null : stripped), number(page));
    }

    private static DriftKind kind(String key) {
        for (DriftKind kind : DriftKind.values()) {
            if (key(kind).equals(key)) {
                return kind;
            }
        }
        return null;
    }

    private static int number(String page) {
        return page != null && page.matches("\\d{1,7}") ? Math.max(1, Math.min(LAST_PAGE, Integer.parseInt(page))) : 1;
    }

    static String key(DriftKind kind) {
        return kind == null ? "all" : kind.name().toLowerCase(Locale.ROOT);
    }

    DriftAddress withPage(int number) {
        return new DriftAddress(query, number);
    }

    DriftAddress with(boolean groups, DriftKind kind) {
        return new DriftAddress(new DriftQuery(groups, kind, query.search()), 1);
    }

    /** The address relative to the console, with nothing in it that goes without saying. */
    @Override
    public String toString() {
        List<String> parameters = new ArrayList<>();
        if (query.groups()) {
            parameters.add("of=groups");
        }
        if (query.kind() != null) {
            parameters.add("kind=" + key(query.kind()));
        }
        if (query.search() != null) {
            parameters.add("q=" + URLEncoder.encode(query.search(), StandardCharsets.UTF_8));
        }
        if (page > 1) {
            parameters.add("page=" + page);
        }
        return parameters.isEmpty() ? "drift" : "drift?" + String.join("&", parameters);
    }
}

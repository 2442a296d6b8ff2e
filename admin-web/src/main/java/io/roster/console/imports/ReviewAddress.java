package io.roster.console.imports;

import io.roster.imports.CandidateKind;
import io.roster.imports.CandidateQuery;
import io.roster.imports.CandidateState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The address of what an import found: what it says about filters and page. Whatever a reader types reads as something.
 *
 * @param query which candidates
 * @param page the number of the page, from 1
 */
record ReviewAddress(CandidateQuery query, int page) {

    static final String ALL = "all";
    private static final int LAST_PAGE = 1_000_000;

    static ReviewAddress parse(String preview, String state, String kind, String search, String page) {
        String stripped = search == null ? "" : search.strip();
        return new ReviewAddress(
                new CandidateQuery(
                        preview == null ? CandidateQuery.REAL : preview,
                        constant(CandidateState.values(), state, CandidateState.WAITING),
                        constant(CandidateKind.values(), kind, null),
                        stripped.isEmpty() ? null : stripped),
                number(page));
    }

    private static <E extends Enum<E>> E constant(E[] constants, String key, E otherwise) {
        for (E constant : constants) {
            if (key(constant).equals(key)) {
                return constant;
            }
        }
        return otherwise;
    }

    static int number(String page) {
        try {
            return page == null ? 1 : Math.max(1, Math.min(LAST_PAGE, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    static String key(Enum<?> constant) {
        return constant == null ? ALL : constant.name().toLowerCase(Locale.ROOT);
    }

    ReviewAddress withPage(int number) {
        return new ReviewAddress(query, number);
    }

    ReviewAddress with(CandidateState state, CandidateKind kind) {
        return new ReviewAddress(new CandidateQuery(query.preview(), state, kind, query.search()), 1);
    }

    /** Where an action goes on, as Faces takes it: without what it could not tell from the address itself. */
    String outcome() {
        boolean told = query.search() != null && !query.search().matches(".*[&=?#].*");
        return "import?faces-redirect=true"
                + (query.state() == CandidateState.WAITING ? "" : "&state=" + key(query.state()))
                + (query.kind() == null ? "" : "&kind=" + key(query.kind()))
                + (told ? "&q=" + query.search() : "")
                + (page > 1 ? "&page=" + page : "");
    }

    /** What follows the question mark of an address, with nothing in it that goes without saying. */
    String parameters() {
        List<String> parameters = new ArrayList<>();
        if (!query.preview().isEmpty()) {
            parameters.add("preview=" + encoded(query.preview()));
        }
        if (query.state() != CandidateState.WAITING) {
            parameters.add("state=" + key(query.state()));
        }
        if (query.kind() != null) {
            parameters.add("kind=" + key(query.kind()));
        }
        if (query.search() != null) {
            parameters.add("q=" + encoded(query.search()));
        }
        if (page > 1) {
            parameters.add("page=" + page);
        }
        return String.join("&", parameters);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The address relative to the console. */
    @Override
    public String toString() {
        String parameters = parameters();
        return parameters.isEmpty() ? "import" : "import?" + parameters;
    }
}

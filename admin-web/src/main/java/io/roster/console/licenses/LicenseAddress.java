package io.roster.console.licenses;

import io.roster.telephony.SeatQuery;
import io.roster.telephony.SeatState;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The address of a licence's page: which people it lists, and which groups it looks for. Whatever a reader types into an
 * address reads as something, at worst as the plain page.
 *
 * @param id the id of the licence; {@code null} for a new one
 * @param state which of those who have a reason for it are listed
 * @param search what their names begin with; {@code null} for everybody
 * @param page the number of the page of the list, from 1
 */
record LicenseAddress(String id, SeatState state, String search, int page) implements Serializable {

    private static final int LAST_PAGE = 1_000_000;

    static LicenseAddress parse(String id, String state, String search, String page) {
        String stripped = search == null ? "" : search.strip();
        return new LicenseAddress(id, state(state), stripped.isEmpty() ? null : stripped, number(page));
    }

    private static SeatState state(String key) {
        for (SeatState state : SeatState.values()) {
            if (key(state).equals(key)) {
                return state;
            }
        }
        return SeatState.HELD;
    }

    private static int number(String page) {
        try {
            return page == null ? 1 : Math.max(1, Math.min(LAST_PAGE, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    static String key(SeatState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    LicenseAddress withPage(int number) {
        return new LicenseAddress(id, state, search, number);
    }

    LicenseAddress withState(SeatState other) {
        return new LicenseAddress(id, other, search, 1);
    }

    SeatQuery query() {
        return new SeatQuery(id, state, search);
    }

    /** The address relative to the console, with nothing in it that goes without saying. */
    @Override
    public String toString() {
        List<String> parameters = new ArrayList<>(List.of("id=" + encoded(id)));
        if (state != SeatState.HELD) {
            parameters.add("state=" + key(state));
        }
        if (search != null) {
            parameters.add("q=" + encoded(search));
        }
        if (page > 1) {
            parameters.add("page=" + page);
        }
        return "license?" + String.join("&", parameters);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

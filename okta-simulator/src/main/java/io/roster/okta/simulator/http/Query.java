package io.roster.okta.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of an address, or of a form.
 *
 * @param parameters decoded, by name; of several with one name the last
 */
public record Query(Map<String, String> parameters) {

    /** Reads what stands after the question mark; {@code null} for nothing. */
    static Query of(String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return new Query(parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OktaError.badRequest();
        }
    }

    /** The value of a parameter that is there and not empty. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether a parameter says {@code true}; {@code missing} where it is not there. */
    public boolean flag(String name, boolean missing) {
        return get(name).map(Boolean::valueOf).orElse(missing);
    }

    /** The page size: the parameter {@code limit}, at least 1, at most {@code most}. */
    public int limit(int missing, int most) {
        try {
            int limit = get("limit").map(Integer::valueOf).orElse(missing);
            if (limit < 1) {
                throw OktaError.invalid("limit", "limit: must be at least 1");
            }
            return Math.min(limit, most);
        } catch (NumberFormatException e) {
            throw OktaError.invalid("limit", "limit: must be a number");
        }
    }
}

package io.roster.syncback.okta;

import jakarta.ws.rs.core.MultivaluedMap;

/** Reads headers of an answer, in whatever case they came. */
final class Headers {

    private Headers() {}

    /** {@return the first value, or an empty text} */
    static String first(MultivaluedMap<String, ?> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .map(value -> String.valueOf(value).strip())
                .findFirst()
                .orElse("");
    }
}

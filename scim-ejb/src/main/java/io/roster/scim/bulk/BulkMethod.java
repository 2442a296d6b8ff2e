package io.roster.scim.bulk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The methods that a bulk operation can have (RFC 7644 section 3.7). */
public enum BulkMethod {
    POST,
    PUT,
    PATCH,
    DELETE;

    private static final Map<String, BulkMethod> BY_NAME =
            Map.of("POST", POST, "PUT", PUT, "PATCH", PATCH, "DELETE", DELETE);

    /** The method of that name, whatever its case. */
    static Optional<BulkMethod> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    boolean hasData() {
        return this != DELETE;
    }
}

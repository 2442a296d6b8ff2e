package io.roster.scim.bulk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The methods that a bulk operation can have (RFC 7644 section 3.7). */
public enum BulkMethod {
    POST(201),
    PUT(200),
    PATCH(200),
    DELETE(204);

    private static final Map<String, BulkMethod> BY_NAME =
            Map.of("POST", POST, "PUT", PUT, "PATCH", PATCH, "DELETE", DELETE);

    private final int success;

    BulkMethod(int success) {
        this.success = success;
    }

    /** The method of that name, whatever its case. */
    static Optional<BulkMethod> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The HTTP status of an operation that succeeded. */
    int success() {
        return success;
    }

    boolean hasData() {
        return this != DELETE;
    }
}

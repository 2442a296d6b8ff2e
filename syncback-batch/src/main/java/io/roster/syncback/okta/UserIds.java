package io.roster.syncback.okta;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps an id within its segment of the path: a person's {@code externalId} is whatever a SCIM client sent, and with
 * {@code x/lifecycle/deactivate} or {@code me}, which is the administrator whose token it is, it would call for something
 * else.
 */
final class UserIds {

    private static final Pattern SAFE = Pattern.compile("[^/\\\\?#;%\\s\\p{Cntrl}]{1,200}");

    private UserIds() {}

    /**
     * @throws OktaException 404, as Okta itself would answer, when no user can have that id or login
     */
    static String checked(String id) {
        if (id == null
                || !SAFE.matcher(id).matches()
                || List.of("me", ".", "..").contains(id)) {
            String shown = String.valueOf(id);
            OktaError error = new OktaError(
                    "E0000007",
                    "No user of Okta can have the id '"
                            + (shown.length() > 100 ? shown.substring(0, 100) + "…" : shown)
                                    .replaceAll("\\p{Cntrl}", "?")
                            + "'",
                    List.of());
            throw new OktaException(404, error, Optional.empty(), "");
        }
        return id;
    }
}

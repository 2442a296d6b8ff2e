package io.roster.expression;

import jakarta.json.JsonValue;
import java.util.Set;

/** The profiles that an expression may read attributes of. */
@FunctionalInterface
public interface Sources {

    /** The user's profile in Okta: {@code user.email}. */
    String USER = "user";

    /** The user's profile for the app: {@code appuser.userName}. */
    String APP_USER = "appuser";

    /** What the app's profile is made from, which is the user's profile and the username for the app. */
    String SOURCE = "source";

    /** All of them. */
    Set<String> NAMES = Set.of(USER, APP_USER, SOURCE);

    /**
     * Reads an attribute.
     *
     * @param source one of {@link #NAMES}
     * @param attribute its name in Okta, in which case counts
     * @return its value; {@code null} or a JSON null where there is none
     */
    JsonValue attribute(String source, String attribute);
}

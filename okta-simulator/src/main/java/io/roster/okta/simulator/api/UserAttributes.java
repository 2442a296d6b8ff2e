package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.org.Account;
import io.roster.okta.simulator.profile.ProfileMapping;
import io.roster.okta.simulator.query.Expression;
import io.roster.okta.simulator.schema.UserSchema;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;

/** The attributes of users by the names that filters and searches use. */
final class UserAttributes {
    private static final String PROFILE = "profile.";
    private static final Set<String> OWN =
            Set.of("id", "status", "created", "activated", "statusChanged", "lastUpdated", "passwordChanged");
    private static final Set<String> FILTERABLE = Set.of(
            "id", "status", "lastUpdated", "profile.login", "profile.email", "profile.firstName", "profile.lastName");

    private UserAttributes() {}

    /** Refuses (E0000031) a search for what no profile has. */
    static void requireSearchable(Expression search, UserSchema schema) {
        search.comparisons().forEach(one -> {
            String name = one.attribute();
            boolean known = name.startsWith(PROFILE)
                    ? schema.names().contains(name.substring(PROFILE.length()))
                    : OWN.contains(name);
            if (!known) {
                throw OktaError.badSearch("The attribute " + name + " does not exist");
            }
        });
    }

    /** Refuses (E0000031) a filter for what filters don't know. */
    static void requireFilterable(Expression filter) {
        filter.comparisons().forEach(one -> {
            boolean time = one.attribute().equals("lastUpdated");
            if (!FILTERABLE.contains(one.attribute())
                    || !time && !one.operator().equals("eq")) {
                throw OktaError.badSearch("Can't filter by " + one.attribute() + " " + one.operator());
            }
        });
    }

    static String value(Account account, String name) {
        if (name.startsWith(PROFILE)) {
            return ProfileMapping.value(account, name.substring(PROFILE.length()))
                    .map(UserAttributes::text)
                    .orElse(null);
        }
        return switch (name) {
            case "id" -> account.id();
            case "status" -> account.user().status().name();
            case "created" -> Times.text(account.user().created());
            case "activated" -> time(account.user().activated());
            case "statusChanged" -> time(account.user().statusChanged());
            case "lastUpdated" -> Times.text(account.user().lastUpdated());
            case "passwordChanged" -> time(account.user().passwordChanged());
            default -> null;
        };
    }

    private static String time(long millis) {
        return millis == 0 ? null : Times.text(millis);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}

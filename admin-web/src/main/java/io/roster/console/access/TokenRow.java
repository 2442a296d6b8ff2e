package io.roster.console.access;

import io.roster.access.ApiToken;
import java.time.Duration;
import java.time.Instant;

/** A row of the list of API tokens. */
public class TokenRow {

    /** Before this time ahead of its expiry a token is said to expire soon. */
    static final Duration SOON = Duration.ofDays(14);

    private final ApiToken token;
    private final String state;

    TokenRow(ApiToken token, Instant now) {
        this.token = token;
        this.state = state(token.getRevoked(), token.getExpires(), now);
    }

    static String state(Instant revoked, Instant expires, Instant now) {
        if (revoked != null) {
            return "revoked";
        } else if (expires == null) {
            return "valid";
        } else if (!now.isBefore(expires)) {
            return "expired";
        }
        return now.plus(SOON).isBefore(expires) ? "valid" : "soon";
    }

    /** @return what is stored of it */
    public ApiToken getToken() {
        return token;
    }

    /** @return valid, soon, expired or revoked */
    public String getState() {
        return state;
    }

    /** @return the colour that goes with the state */
    public String getKind() {
        return switch (state) {
            case "valid" -> "green";
            case "soon" -> "amber";
            default -> "grey";
        };
    }

    /** @return the icon that goes with the state */
    public String getIcon() {
        return switch (state) {
            case "valid" -> "check-circle";
            case "soon" -> "exclamation-triangle";
            default -> "ban";
        };
    }

    /** @return whether it is still accepted */
    public boolean isUsable() {
        return state.equals("valid") || state.equals("soon");
    }
}

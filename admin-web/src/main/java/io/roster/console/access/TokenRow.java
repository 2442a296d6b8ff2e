package io.roster.console.access;

import io.roster.access.ApiToken;
import io.roster.access.OwnedToken;
import io.roster.access.TokenOwner;
import java.time.Duration;
import java.time.Instant;

/** A row of the list of API tokens. */
public class TokenRow {

    /** Before this time ahead of its expiry a token is said to expire soon. */
    static final Duration SOON = Duration.ofDays(14);

    private final ApiToken token;
    private final TokenOwner owner;
    private final String state;

    TokenRow(OwnedToken owned, Instant now) {
        this.token = owned.token();
        this.owner = owned.owner();
        this.state = state(token.getRevoked(), token.getExpires(), owner, now);
    }

    static String state(Instant revoked, Instant expires, TokenOwner owner, Instant now) {
        if (revoked != null) {
            return "revoked";
        } else if (expires != null && !now.isBefore(expires)) {
            return "expired";
        } else if (owner != null && !owner.active()) {
            return "refused";
        }
        return expires == null || now.plus(SOON).isBefore(expires) ? "valid" : "soon";
    }

    /** @return what is stored of it */
    public ApiToken getToken() {
        return token;
    }

    /** @return the person to whom it belongs; {@code null} where it belongs to none */
    public TokenOwner getOwner() {
        return owner;
    }

    /** @return valid, soon, expired, revoked, or refused because the person to whom it belongs may not act */
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

    /** @return whether there is a use in revoking it; a person who was deactivated may come back */
    public boolean isRevocable() {
        return isUsable() || state.equals("refused") && !owner.isDeleted();
    }
}

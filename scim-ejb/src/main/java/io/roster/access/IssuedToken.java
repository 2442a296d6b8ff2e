package io.roster.access;

/**
 * A token that was just made.
 *
 * @param token what is kept of it
 * @param secret what the client sends; shown this once and not kept anywhere
 */
public record IssuedToken(ApiToken token, String secret) {

    /** Leaves the secret out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "IssuedToken[" + token.getName() + "]";
    }
}

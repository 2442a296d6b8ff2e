package io.roster.access;

/**
 * An API token, and whose it is.
 *
 * @param token the token
 * @param owner the person to whom it belongs; {@code null} where it belongs to none
 */
public record OwnedToken(ApiToken token, TokenOwner owner) {}

package io.roster.access;

/**
 * Somebody who is signed in to the console.
 *
 * @param userName of the administrator, in lower case
 * @param role one of {@link Roles}, as it is now
 */
public record SignedIn(String userName, String role) {}

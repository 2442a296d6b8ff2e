package io.roster.console.numbers;

/**
 * Somebody to whom a number or extension could be assigned.
 *
 * @param id the SCIM id
 * @param name what pages call the person
 * @param userName {@code userName}
 * @param held what the person has already, as pages show it; {@code null} for nothing
 */
public record Candidate(String id, String name, String userName, String held) {}

package io.roster.scim.protocol;

/**
 * One value of {@code groups} of a User or {@code members} of a Group (RFC 7643 sections 4.1.2 and 4.2).
 *
 * @param value the SCIM id of the resource referred to
 * @param endpoint the endpoint of that resource's type, {@code /Users} or {@code /Groups}
 * @param type {@code direct} for groups, {@code User} or {@code Group} for members
 * @param display the resource's name for people; may be {@code null}
 */
public record Reference(String value, String endpoint, String type, String display) {}

package io.roster.persistence;

/**
 * Where a walk through a list has come to: the place of a resource in the order of the list.
 *
 * @param resourceType name of its resource type
 * @param key what it is sorted by, as its column holds it; {@code null} where it has no value or the list is not sorted
 * @param id the SCIM id
 */
record Position(String resourceType, Object key, String id) {}

package io.roster.user;

import java.util.List;

/**
 * A page of people.
 *
 * @param people in their order
 * @param total how many there are in the whole list, or that many at least
 * @param exact whether {@code total} is exact; long filtered lists are not counted to their end
 */
public record PeoplePage(List<Person> people, int total, boolean exact) {}

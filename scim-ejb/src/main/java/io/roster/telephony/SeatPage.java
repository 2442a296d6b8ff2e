package io.roster.telephony;

import java.util.List;

/**
 * A page of people with a reason for a licence.
 *
 * @param holders in their order
 * @param total how many there are in the whole list, or that many at least
 * @param exact whether {@code total} is exact; long lists are not counted to their end
 */
public record SeatPage(List<SeatHolder> holders, int total, boolean exact) {}

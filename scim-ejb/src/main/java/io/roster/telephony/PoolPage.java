package io.roster.telephony;

import java.util.List;

/**
 * A page of numbers or extensions.
 *
 * @param rows in their order
 * @param total how many there are in the whole list
 */
public record PoolPage(List<PoolRow> rows, int total) {}

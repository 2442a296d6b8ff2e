package io.roster.telephony;

/**
 * What came of adding numbers.
 *
 * @param added how many the pool has now that it did not have
 * @param already how many it had already
 */
public record AddedNumbers(int added, int already) {}

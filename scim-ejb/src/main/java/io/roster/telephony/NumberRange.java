package io.roster.telephony;

import io.roster.telephony.NumberRefused.Reason;
import java.util.List;
import java.util.stream.LongStream;

/** Phone numbers that follow each other, as carriers hand them out. */
final class NumberRange {

    /** How many numbers a range has at most. */
    static final int MOST = 10_000;

    private NumberRange() {}

    /**
     * All numbers of a range.
     *
     * @param first the first one, as people write it
     * @param last the last one, which belongs to the range
     * @param region as at {@link E164#parse}
     * @return the numbers in their order, also those that no numbering plan has
     * @throws NumberRefused when one of them is no number, or the two make no range
     */
    static List<E164.Read> of(String first, String last, String region) {
        String from = E164.read(first, region).number();
        String to = E164.read(last, region).number();
        if (from.length() != to.length() || E164.countryCode(from) != E164.countryCode(to)) {
            throw new NumberRefused(Reason.RANGE_FORM, E164.international(from), E164.international(to));
        }
        long start = Long.parseLong(from.substring(1));
        long end = Long.parseLong(to.substring(1));
        if (end < start) {
            throw new NumberRefused(Reason.RANGE_ORDER, E164.international(from), E164.international(to));
        } else if (end - start >= MOST) {
            throw new NumberRefused(Reason.RANGE_SIZE, end - start + 1, MOST);
        }
        return LongStream.rangeClosed(start, end)
                .mapToObj(number -> E164.read("+" + number, null))
                .toList();
    }
}

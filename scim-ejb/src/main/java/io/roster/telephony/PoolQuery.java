package io.roster.telephony;

import java.util.Locale;

/**
 * Which numbers, or extensions of a range, to list, and in which order. Whatever is {@code null} does not narrow the list.
 *
 * @param rangeId the range of the extensions; {@code null} for numbers
 * @param search digits that stand anywhere in it, or what the userName, the name or the family name of the person who has
 *     it begins with
 * @param prefix what it begins with, in whatever way people write it
 * @param state its state
 * @param sort the order
 * @param descending whether the order is turned round
 */
public record PoolQuery(String rangeId, String search, String prefix, PoolState state, Sort sort, boolean descending) {

    /** An order; ties are broken by the number or extension, so that pages never overlap. */
    public enum Sort {
        /** By the number or extension itself. */
        VALUE,
        /** By the time when it was last added, assigned or released. */
        CHANGED;

        /** @return the word used in addresses of pages */
        public String getKey() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @return whether the list leaves none out */
    public boolean isEverything() {
        return search == null && prefix == null && state == null;
    }

    PoolQuery reversed() {
        return new PoolQuery(rangeId, search, prefix, state, sort, !descending);
    }

    /** Whether the search is for a part of a number, and not for a person. */
    boolean isForDigits() {
        return search.matches("[0-9+()/. -]+");
    }

    /** The digits that are searched for: without what stands in front of them nationally or internationally. */
    String digits() {
        String digits = search.replaceAll("[^0-9]", "");
        return rangeId == null ? digits.replaceFirst("^0+(?=.)", "") : digits;
    }

    /** The prefix as numbers begin with it. */
    String plainPrefix() {
        String digits = prefix.replaceAll("[^0-9]", "");
        return rangeId == null ? '+' + digits.replaceFirst("^00", "") : digits;
    }
}

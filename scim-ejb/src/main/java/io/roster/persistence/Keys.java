package io.roster.persistence;

import io.roster.scim.schema.Folding;

/** The stored form of {@code caseExact: false} values, by which they are found and sorted. */
public final class Keys {

    /**
     * How many characters a column of keys holds: twice what an indexed attribute may have, because folding can make one
     * character into two.
     */
    public static final int LENGTH = 512;

    private Keys() {}

    /**
     * The folded form ({@link Folding}).
     *
     * @param value the value, or {@code null}
     * @return the key, at most {@value #LENGTH} characters; {@code null} for {@code null}
     */
    public static String fold(String value) {
        return value == null ? null : shortened(Folding.fold(value), LENGTH);
    }

    /**
     * Cuts a text to a length, never inside a surrogate pair.
     *
     * @param value the text
     * @param length how many characters may stay
     * @return the text or its beginning
     */
    public static String shortened(String value, int length) {
        if (value.length() <= length) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length);
    }
}

package io.roster.persistence;

import java.util.Locale;

/** The stored form of {@code caseExact: false} values, by which they are found and sorted. */
public final class Keys {

    /** How many characters a column of keys holds. */
    public static final int LENGTH = 255;

    private Keys() {}

    /**
     * The folded form: lower case without regard to a language.
     *
     * @param value the value, or {@code null}
     * @return the key, at most {@value #LENGTH} characters; {@code null} for {@code null}
     */
    public static String fold(String value) {
        return value == null ? null : shortened(value.toLowerCase(Locale.ROOT));
    }

    /**
     * Cuts a text to what a column of keys holds, never inside a surrogate pair.
     *
     * @param value the text
     * @return the text or its beginning
     */
    public static String shortened(String value) {
        if (value.length() <= LENGTH) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH);
    }
}

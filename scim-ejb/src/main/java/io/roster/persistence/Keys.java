package io.roster.persistence;

import io.roster.scim.schema.Folding;

/**
 * The stored form of values by which resources are found and sorted. Both databases tell keys apart, and order them, by
 * code point, which takes two escapes. Derby compares UTF-16 units, so characters from U+D7FF on, where the two orders
 * part, are written as three that sort behind all others. And Derby fills the shorter of two texts with blanks, so blanks
 * and what comes before them are written as two that sort before all others.
 */
public final class Keys {

    /**
     * How many characters a column of keys holds: twice what an indexed attribute may have, because folding can make one
     * character into two.
     */
    public static final int LENGTH = 512;

    private static final char HIGH = '\uD7FF';
    private static final char LOW = '!';

    /** First of the 2048 characters, of scripts that hardly anybody writes, that stand for 11 bits of a code point. */
    private static final char DIGITS = '\uA000';

    private static final int DIGIT_BITS = 11;
    private static final int ESCAPED_LENGTH = 3;

    private Keys() {}

    /**
     * The folded form ({@link Folding}).
     *
     * @param value the value, or {@code null}
     * @return the key, at most {@value #LENGTH} characters; {@code null} for {@code null}
     */
    public static String fold(String value) {
        return value == null ? null : of(Folding.fold(value));
    }

    /**
     * The key of a value that is in its comparable form already.
     *
     * @param comparable the value as {@code AttributeDefinition.comparable} gives it, or {@code null}
     * @return the key, at most {@value #LENGTH} characters; {@code null} for {@code null}
     */
    public static String of(String comparable) {
        if (comparable == null) {
            return null;
        }
        if (isPlain(comparable)) {
            return comparable.substring(0, Math.min(comparable.length(), LENGTH));
        }
        StringBuilder key = new StringBuilder(LENGTH);
        int at = 0;
        while (at < comparable.length()) {
            int codePoint = comparable.codePointAt(at);
            int needed = length(codePoint);
            if (key.length() + needed > LENGTH) {
                return key.toString();
            }
            append(key, codePoint);
            at += Character.charCount(codePoint);
        }
        return key.toString();
    }

    /**
     * The value that a key stands for.
     *
     * @param key as {@link #of} made it
     * @return the value, or the beginning of one that was too long for a key
     */
    public static String original(String key) {
        StringBuilder value = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); ) {
            char unit = key.charAt(i);
            if (unit == LOW) {
                value.append((char) (key.charAt(i + 1) - DIGITS));
                i += 2;
            } else if (unit == HIGH) {
                value.appendCodePoint((key.charAt(i + 1) - DIGITS << DIGIT_BITS) + key.charAt(i + 2) - DIGITS);
                i += ESCAPED_LENGTH;
            } else {
                value.append(unit);
                i++;
            }
        }
        return value.toString();
    }

    /** Whether a key may stand for only the beginning of a value; the others stand for the whole of theirs. */
    static boolean mayBeShortened(String key) {
        return key.length() > longestWhole();
    }

    /** The length up to which a key surely stands for the whole value. */
    static int longestWhole() {
        return LENGTH - ESCAPED_LENGTH;
    }

    /** Whether an escape could seem to contain the key. */
    static boolean mayHideInEscape(String key) {
        return key.chars().anyMatch(unit -> unit >= DIGITS && unit < DIGITS + (1 << DIGIT_BITS));
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= LOW || value.charAt(i) >= HIGH) {
                return false;
            }
        }
        return true;
    }

    private static int length(int codePoint) {
        if (codePoint <= LOW) {
            return 2;
        }
        return codePoint < HIGH ? 1 : ESCAPED_LENGTH;
    }

    private static void append(StringBuilder key, int codePoint) {
        if (codePoint <= LOW) {
            key.append(LOW).append((char) (DIGITS + codePoint));
        } else if (codePoint < HIGH) {
            key.append((char) codePoint);
        } else {
            key.append(HIGH)
                    .append((char) (DIGITS + (codePoint >>> DIGIT_BITS)))
                    .append((char) (DIGITS + (codePoint & ((1 << DIGIT_BITS) - 1))));
        }
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

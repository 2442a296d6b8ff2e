package io.roster.scim.schema;

/**
 * The order of texts by Unicode code point, which is what "no specific locale" leaves (RFC 7644 section 3.4.2.3). Java's
 * own order is that of UTF-16 units and parts from it behind U+D7FF.
 */
public final class CodePoints {

    private CodePoints() {}

    /**
     * Compares two texts.
     *
     * @return negative, zero or positive, as {@link Comparable#compareTo} has it
     */
    public static int compare(String one, String other) {
        var length = Math.min(one.length(), other.length());
        for (var i = 0; i < length; i++) {
            var a = one.charAt(i);
            var b = other.charAt(i);
            if (a != b) {
                // Of two units that differ, a surrogate stands for a higher code point than any that is none.
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}

package io.roster.scim.protocol;

/** A client's value as an error's detail quotes it: short, on one line, without characters that cannot be shown. */
public final class Excerpt {

    private static final int LIMIT = 80;

    private Excerpt() {}

    /** The value, cut after 80 characters, with control characters and halves of surrogate pairs shown as "?". */
    public static String of(CharSequence value) {
        var text = new StringBuilder(Math.min(value.length(), LIMIT) + 1);
        value.codePoints()
                .limit(LIMIT)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .forEach(text::appendCodePoint);
        return value.codePoints().skip(LIMIT).findAny().isPresent()
                ? text.append('…').toString()
                : text.toString();
    }
}

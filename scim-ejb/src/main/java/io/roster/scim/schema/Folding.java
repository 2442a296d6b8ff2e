package io.roster.scim.schema;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in the form in which it is compared where case does not count (RFC 7644 sections 5 and 7.8: the mappings of RFC 7613
 * section 3.2). Whoever types a name, on whatever keyboard, means the same one.
 */
public final class Folding {

    private static final Pattern WIDE = Pattern.compile("[\\uFF00-\\uFFEF\\u3000]+");

    private Folding() {}

    /**
     * Wide and half-width characters become the usual ones, capitals small without regard to a language, and letters with
     * their accents one character. A Greek sigma at the end of a word is the one within it, else {@code sw} would not find a
     * word by its beginning.
     *
     * @param text any text
     * @return the same for all texts that are equal when case does not count; at most three times as long
     */
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String usual = WIDE.matcher(text).find()
                ? WIDE.matcher(text)
                        .replaceAll(wide ->
                                Matcher.quoteReplacement(Normalizer.normalize(wide.group(), Normalizer.Form.NFKC)))
                : text;
        String small = usual.toLowerCase(Locale.ROOT).replace('ς', 'σ');
        return Normalizer.isNormalized(small, Normalizer.Form.NFC)
                ? small
                : Normalizer.normalize(small, Normalizer.Form.NFC);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}

package io.roster.telephony;

import io.roster.telephony.NumberRefused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Extensions that follow each other. All have as many digits as the first one, zeros in front included: 0100 and 100 are
 * two extensions.
 *
 * @param first two to ten digits
 * @param last as many digits, not before the first
 */
record ExtensionSpan(String first, String last) {

    /** How many extensions a range has at most. */
    static final int MOST = 100_000;

    private static final Pattern FORM = Pattern.compile("[0-9]{2,10}");

    /**
     * Checks what an administrator has typed.
     *
     * @throws NumberRefused when it is no span, or too long
     */
    static ExtensionSpan of(String typedFirst, String typedLast) {
        String first = typedFirst == null ? "" : typedFirst.strip();
        String last = typedLast == null ? "" : typedLast.strip();
        if (!FORM.matcher(first).matches() || !FORM.matcher(last).matches() || first.length() != last.length()) {
            throw new NumberRefused(Reason.DIGITS);
        } else if (first.compareTo(last) > 0) {
            throw new NumberRefused(Reason.EXTENSION_ORDER, first, last);
        }
        ExtensionSpan span = new ExtensionSpan(first, last);
        if (span.size() > MOST) {
            throw new NumberRefused(Reason.EXTENSION_SIZE, span.size(), MOST);
        }
        return span;
    }

    long size() {
        return Long.parseLong(last) - Long.parseLong(first) + 1;
    }

    boolean overlaps(ExtensionSpan other) {
        return first.length() == other.first.length()
                && first.compareTo(other.last) <= 0
                && other.first.compareTo(last) <= 0;
    }

    private boolean contains(String extension) {
        return first.length() == extension.length()
                && first.compareTo(extension) <= 0
                && extension.compareTo(last) <= 0;
    }

    /** All extensions of this span that are not in another one, in their order. */
    List<String> without(ExtensionSpan other) {
        String form = "%0" + first.length() + "d";
        List<String> extensions = new ArrayList<>();
        for (long number = Long.parseLong(first); number <= Long.parseLong(last); number++) {
            String extension = form.formatted(number);
            if (other == null || !other.contains(extension)) {
                extensions.add(extension);
            }
        }
        return extensions;
    }
}

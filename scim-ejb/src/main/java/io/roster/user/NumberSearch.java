package io.roster.user;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody typed into the search, read as a phone number or an extension.
 *
 * @param number a LIKE pattern for numbers in E.164 form
 * @param extension a LIKE pattern for extensions
 */
record NumberSearch(String number, String extension) {

    private static final Pattern TYPED = Pattern.compile("\\+?[0-9][0-9 ()./-]*|\\+|\\([0-9 ()./-]+");

    // Fewer digits than these are part of too many numbers to help anybody.
    private static final int TELLING = 3;

    /** Empty for what cannot be part of a number. */
    static Optional<NumberSearch> of(String search) {
        if (!TYPED.matcher(search).matches()) {
            return Optional.empty();
        }
        boolean international = search.startsWith("+") || search.startsWith("00");
        String digits = search.replace("(0)", "").replaceAll("[^0-9]", "");
        String number = international ? "+" + digits.replaceFirst("^00", "") + '%' : part(digits);
        return Optional.of(new NumberSearch(number, digits + '%'));
    }

    // Without a country it is the end of a number, or begins with the 0 that only those within the country dial.
    private static String part(String digits) {
        String local = digits.replaceFirst("^0", "");
        return local.length() < TELLING ? "+" + local + '%' : "%" + local + '%';
    }
}

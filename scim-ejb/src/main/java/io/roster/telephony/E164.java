package io.roster.telephony;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.roster.telephony.NumberRefused.Reason;
import java.util.Set;
import java.util.regex.Pattern;

/** Phone numbers as the pool keeps them: a plus sign, the country's code and at most 15 digits in all (ITU-T E.164). */
public final class E164 {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** What spreadsheets make of a long number. */
    private static final Pattern POWERS_OF_TEN = Pattern.compile("[+']?\\d+([.,]\\d+)?[Ee]\\+?\\d+");

    private static final int SHOWN = 40;

    private E164() {}

    /**
     * A number that was read.
     *
     * @param number in E.164 form
     * @param inPlan whether its country hands out such numbers, as far as libphonenumber knows
     */
    record Read(String number, boolean inPlan) {}

    /**
     * Reads a number that can be dialled, as people write it.
     *
     * @param text with a plus sign and the country's code, or in the national form of the region
     * @param region ISO 3166 code of the country whose national form is understood, such as {@code DE}; {@code null} for
     *     none
     * @return the number, such as {@code +493023125000}
     * @throws NumberRefused when it is none that can be dialled
     */
    public static String parse(String text, String region) {
        Read read = read(text, region);
        if (!read.inPlan()) {
            throw new NumberRefused(Reason.NOT_IN_PLAN, shown(text.strip()));
        }
        return read.number();
    }

    /**
     * As {@link #parse}, but also reads a number that no numbering plan has, as long as its country has a code and it has
     * neither too few digits nor too many.
     */
    static Read read(String text, String region) {
        String stripped = text == null ? "" : text.strip();
        String shown = shown(stripped);
        if (POWERS_OF_TEN.matcher(stripped).matches()) {
            throw new NumberRefused(Reason.SPREADSHEET, shown);
        }
        PhoneNumber number = parsed(stripped, region, shown);
        if (number.hasExtension()) {
            throw new NumberRefused(Reason.HAS_EXTENSION, shown);
        }
        ValidationResult length = LIBRARY.isPossibleNumberWithReason(number);
        if (length == ValidationResult.TOO_SHORT || length == ValidationResult.IS_POSSIBLE_LOCAL_ONLY) {
            throw new NumberRefused(Reason.TOO_SHORT, shown);
        } else if (length == ValidationResult.TOO_LONG) {
            throw new NumberRefused(Reason.TOO_LONG, shown);
        }
        return new Read(LIBRARY.format(number, PhoneNumberFormat.E164), LIBRARY.isValidNumber(number));
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), SHOWN));
    }

    private static PhoneNumber parsed(String text, String region, String shown) {
        try {
            return LIBRARY.parse(text, region);
        } catch (NumberParseException e) {
            throw new NumberRefused(
                    switch (e.getErrorType()) {
                        case TOO_LONG -> Reason.TOO_LONG;
                        case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> Reason.TOO_SHORT;
                        case INVALID_COUNTRY_CODE -> text.startsWith("+") ? Reason.NO_SUCH_COUNTRY : Reason.NO_COUNTRY;
                        case NOT_A_NUMBER -> Reason.NOT_A_NUMBER;
                    },
                    shown);
        }
    }

    /**
     * The form in which people read numbers.
     *
     * @param number in the form that {@link #parse} returns
     * @return such as {@code +49 30 23125000}
     */
    public static String international(String number) {
        try {
            return LIBRARY.format(LIBRARY.parse(number, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return number;
        }
    }

    /**
     * @param number in the form that {@link #parse} returns
     * @return the digits of its country's code, such as 49
     */
    static int countryCode(String number) {
        try {
            return LIBRARY.parse(number, null).getCountryCode();
        } catch (NumberParseException e) {
            throw new IllegalArgumentException(number, e);
        }
    }

    /** @return ISO 3166 codes of all countries whose national form can be read */
    public static Set<String> regions() {
        return LIBRARY.getSupportedRegions();
    }

    /**
     * @param region ISO 3166 code of a country
     * @return the digits of its code, such as 49
     */
    public static int callingCode(String region) {
        return LIBRARY.getCountryCodeForRegion(region);
    }
}

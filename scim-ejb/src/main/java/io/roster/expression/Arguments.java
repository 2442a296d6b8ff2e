package io.roster.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values with which a function is called, in the types that it wants.
 *
 * @param function as it is written, for what refuses a value
 * @param values the arguments
 * @param index where the function stands
 */
record Arguments(String function, Object[] values, int index) {

    // Not more digits than a number here can have: 1e999999999 is short, and its digits fill the memory.
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");

    int count() {
        return values.length;
    }

    /** The argument as text; {@code null} where there is none. */
    String text(int position) {
        return Values.text(function, values[position], index);
    }

    /** The argument as text; empty where there is none. */
    String textOrEmpty(int position) {
        String text = text(position);
        return text == null ? "" : text;
    }

    /** A whole number, zero or above; above the greatest length of a text it is that. */
    int count(int position) {
        BigDecimal number = Values.number(function, values[position], index);
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            throw Values.wrongType(function, "a whole number from 0", values[position], index);
        }
        return number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }

    /** A number, or a text that is one; {@code null} where there is none. */
    BigDecimal number(int position) {
        Object value = values[position];
        if (Values.isEmpty(value)) {
            return null;
        } else if (value instanceof String text && NUMBER.matcher(text.strip()).matches()) {
            return new BigDecimal(text.strip());
        }
        return Values.number(function, value, index);
    }

    BigDecimal rounded(int position) {
        BigDecimal number = number(position);
        return number == null ? null : number.setScale(0, RoundingMode.HALF_UP);
    }

    /** The argument as a list; one value is a list of it. */
    List<?> list(int position) {
        Object value = values[position];
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    boolean isList(int position) {
        return values[position] instanceof List<?>;
    }

    /** A text that the function made. */
    String made(String text) {
        return Values.bounded(text, index);
    }

    /** The text with all, or the first, of its matches replaced. */
    String replaced(String text, String match, String replacement, boolean all) {
        if (match.isEmpty()) {
            return text;
        }
        StringBuilder made = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(match); at >= 0; at = all ? text.indexOf(match, from) : -1) {
            made.append(text, from, at).append(replacement);
            from = at + match.length();
            if (made.length() > Expression.MAX_RESULT) {
                throw Values.tooLong(index);
            }
        }
        return made(made.append(text, from, text.length()).toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arguments arguments
                && function.equals(arguments.function)
                && Arrays.equals(values, arguments.values)
                && index == arguments.index;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return function + Arrays.toString(values);
    }
}

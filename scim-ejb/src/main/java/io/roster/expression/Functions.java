package io.roster.expression;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The functions of expressions, which are Okta's of the same names. Characters are Unicode code points. Without a text to
 * work on they give none, so that an attribute without value stays without one.
 */
enum Functions {
    APPEND("String.append(text, text)", "append", 2, 2, a -> a.made(a.textOrEmpty(0) + a.textOrEmpty(1))),
    JOIN("String.join(separator, text, …)", null, 2, 20, a -> {
        StringBuilder made = new StringBuilder(a.textOrEmpty(1));
        for (int i = 2; i < a.count(); i++) {
            a.made(made.append(a.textOrEmpty(0)).append(a.textOrEmpty(i)).toString());
        }
        return made.toString();
    }),
    LEN("String.len(text)", "length", 1, 1, a -> {
        String text = a.textOrEmpty(0);
        return BigDecimal.valueOf(text.codePointCount(0, text.length()));
    }),
    REMOVE_SPACES("String.removeSpaces(text)", "removeSpaces", 1, 1, made(a -> text -> text.replaceAll("\\s", ""))),
    REPLACE(
            "String.replace(text, match, replacement)",
            "replace",
            3,
            3,
            made(a -> text -> a.replaced(text, a.textOrEmpty(1), a.textOrEmpty(2), true))),
    REPLACE_FIRST(
            "String.replaceFirst(text, match, replacement)",
            "replaceFirst",
            3,
            3,
            made(a -> text -> a.replaced(text, a.textOrEmpty(1), a.textOrEmpty(2), false))),
    STRING_CONTAINS("String.stringContains(text, part)", null, 2, 2, a -> a.textOrEmpty(0)
            .contains(a.textOrEmpty(1))),
    STARTS_WITH("String.startsWith(text, part)", "startsWith", 2, 2, a -> a.textOrEmpty(0)
            .startsWith(a.textOrEmpty(1))),
    STRING_SWITCH("String.stringSwitch(text, otherwise, key, value, …)", null, 4, 20, a -> {
        for (int i = 2; i + 1 < a.count(); i += 2) {
            if (a.textOrEmpty(0).contains(a.textOrEmpty(i))) {
                return a.text(i + 1);
            }
        }
        return a.text(1);
    }),
    SUBSTRING("String.substring(text, start, end)", "substring", 2, 3, made(a -> text -> {
        int length = text.codePointCount(0, text.length());
        int start = Math.min(a.count(1), length);
        int end = a.count() == 2 ? length : Math.min(Math.max(a.count(2), start), length);
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    })),
    SUBSTRING_AFTER("String.substringAfter(text, separator)", "substringAfter", 2, 2, made(a -> text -> {
        int at = text.indexOf(a.textOrEmpty(1));
        return at < 0 ? "" : text.substring(at + a.textOrEmpty(1).length());
    })),
    SUBSTRING_BEFORE("String.substringBefore(text, separator)", "substringBefore", 2, 2, made(a -> text -> {
        int at = a.textOrEmpty(1).isEmpty() ? -1 : text.indexOf(a.textOrEmpty(1));
        return at < 0 ? text : text.substring(0, at);
    })),
    TO_LOWER_CASE("String.toLowerCase(text)", "toLowerCase", 1, 1, made(a -> text -> text.toLowerCase(Locale.ROOT))),
    TO_UPPER_CASE("String.toUpperCase(text)", "toUpperCase", 1, 1, made(a -> text -> text.toUpperCase(Locale.ROOT))),
    TRIM("String.trim(text)", "trim", 1, 1, made(a -> String::strip)),
    CONTAINS(
            "Arrays.contains(list, value)",
            "contains",
            2,
            2,
            a -> a.isList(0)
                    ? a.list(0).stream().anyMatch(one -> Values.equal(one, a.values()[1]))
                    : a.textOrEmpty(0).contains(a.textOrEmpty(1))),
    SIZE("Arrays.size(list)", "size", 1, 1, a -> BigDecimal.valueOf(a.list(0).size())),
    IS_EMPTY("Arrays.isEmpty(list)", "isEmpty", 1, 1, a -> Values.isEmpty(a.values()[0])),
    GET("Arrays.get(list, position)", "get", 2, 2, a -> {
        List<?> list = a.list(0);
        return a.count(1) < list.size() ? list.get(a.count(1)) : null;
    }),
    TO_CSV_STRING(
            "Arrays.toCsvString(list)",
            "toCsvString",
            1,
            1,
            a -> a.list(0).isEmpty()
                    ? null
                    : a.made(a.list(0).stream().map(String::valueOf).collect(Collectors.joining(",")))),
    TO_INT("Convert.toInt(value)", null, 1, 1, a -> a.rounded(0)),
    TO_NUM("Convert.toNum(value)", null, 1, 1, a -> a.number(0));

    private static final Map<String, Functions> NAMED = new HashMap<>();
    private static final Map<String, Functions> METHODS = new HashMap<>();

    static {
        for (Functions function : values()) {
            NAMED.put(function.written(), function);
            if (function.method != null) {
                METHODS.put(function.method, function);
            }
        }
    }

    private final String usage;
    private final String method;
    private final int least;
    private final int most;
    private final Function<Arguments, Object> body;

    Functions(String usage, String method, int least, int most, Function<Arguments, Object> body) {
        this.usage = usage;
        this.method = method;
        this.least = least;
        this.most = most;
        this.body = body;
    }

    /** The function called {@code String.toUpperCase(text)}. */
    static Optional<Functions> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /** The function called {@code text.toUpperCase()}: its first argument is what stands before the point. */
    static Optional<Functions> method(String name) {
        return Optional.ofNullable(METHODS.get(name));
    }

    /** Its name with what stands before the point. */
    String written() {
        return usage.substring(0, usage.indexOf('('));
    }

    /** How it is written, with its arguments. */
    String usage() {
        return usage;
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    Object apply(Arguments arguments) {
        return body.apply(arguments);
    }

    private static Function<Arguments, Object> made(Function<Arguments, Function<String, String>> change) {
        return a -> {
            String text = a.text(0);
            return text == null ? null : a.made(change.apply(a).apply(text));
        };
    }
}

package io.roster.okta.simulator.query;

import io.roster.okta.simulator.http.OktaError;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Okta's filter and search expressions: SCIM's language without {@code not} and without value paths. */
public final class ExpressionParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[()]|[^\\s()\"]+)");
    private static final Set<String> OPERATORS = Set.of("eq", "ne", "sw", "ew", "co", "gt", "ge", "lt", "le");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ExpressionParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw OktaError.badSearch("Unexpected text at position " + end);
        }
    }

    /** The condition that the text is; E0000031 where it is none. */
    public static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.or();
        if (parser.next < parser.tokens.size()) {
            throw OktaError.badSearch("Unexpected '" + parser.tokens.get(parser.next) + "'");
        }
        return expression;
    }

    private Expression or() {
        List<Expression> any = new ArrayList<>(List.of(and()));
        while (accept("or")) {
            any.add(and());
        }
        return any.size() == 1 ? any.get(0) : new Expression.Or(any);
    }

    private Expression and() {
        List<Expression> all = new ArrayList<>(List.of(unit()));
        while (accept("and")) {
            all.add(unit());
        }
        return all.size() == 1 ? all.get(0) : new Expression.And(all);
    }

    private Expression unit() {
        if (accept("(")) {
            Expression inner = or();
            if (!accept(")")) {
                throw OktaError.badSearch("A bracket is not closed");
            }
            return inner;
        }
        String attribute = take();
        String operator = take().toLowerCase(Locale.ROOT);
        if (operator.equals("pr")) {
            return new Expression.Comparison(attribute, "pr", "");
        }
        if (!OPERATORS.contains(operator)) {
            throw OktaError.badSearch("Unknown operator '" + operator + "'");
        }
        return new Expression.Comparison(attribute, operator, value(take()));
    }

    private boolean accept(String word) {
        boolean there = next < tokens.size() && tokens.get(next).equalsIgnoreCase(word);
        if (there) {
            next++;
        }
        return there;
    }

    private String take() {
        if (next == tokens.size()) {
            throw OktaError.badSearch("The expression ends too early");
        }
        return tokens.get(next++);
    }

    private static String value(String token) {
        if (!token.startsWith("\"")) {
            if (token.matches("true|false|-?[0-9.]+")) {
                return token;
            }
            throw OktaError.badSearch("The value " + token + " must stand in quotation marks");
        }
        return time(token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1"));
    }

    /** Times are compared as texts: all in the form in which the API shows them. */
    private static String time(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            return text;
        }
        try {
            return TIME.format(OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw OktaError.badSearch(text + " is no time");
        }
    }
}

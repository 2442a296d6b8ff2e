package io.roster.scim.filter;

import io.roster.scim.filter.Filter.AttrPath;
import io.roster.scim.filter.Filter.CompareOp;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Recursive descent over the grammar of RFC 7644 figure 1, one method a precedence level: {@code not} binds tighter than
 * {@code and}, which binds tighter than {@code or}. Operators are read without case. Length, depth and number of terms
 * are bounded, so that neither this parser nor a query made of its result can be overwhelmed.
 */
public final class FilterParser {

    /** Longest filter or path, in characters. */
    public static final int MAX_LENGTH = 8192;

    /** Deepest nesting of parentheses and brackets. */
    public static final int MAX_DEPTH = 32;

    /** Most comparisons in one filter. */
    public static final int MAX_TERMS = 200;

    private static final Map<String, CompareOp> OPERATORS = Map.of(
            "eq",
            CompareOp.EQ,
            "ne",
            CompareOp.NE,
            "co",
            CompareOp.CO,
            "sw",
            CompareOp.SW,
            "ew",
            CompareOp.EW,
            "gt",
            CompareOp.GT,
            "ge",
            CompareOp.GE,
            "lt",
            CompareOp.LT,
            "le",
            CompareOp.LE);

    private final FilterText text;
    private int depth;
    private int terms;
    private boolean isInBrackets;

    private FilterParser(String text, Function<String, ScimException> refusal) {
        if (text.length() > MAX_LENGTH) {
            throw refusal.apply("It has " + text.length() + " characters, and " + MAX_LENGTH
                    + " are the most. Ask for less at a time.");
        }
        this.text = new FilterText(text, refusal);
    }

    /**
     * Parses the value of a {@code filter} parameter.
     *
     * @throws ScimException 400 invalidFilter when it is malformed, too long, too deep or has too many terms
     */
    public static Filter parse(String filter) {
        var parser = new FilterParser(filter, FilterParser::invalidFilter);
        var result = parser.or();
        if (!parser.text.isAtEnd()) {
            throw parser.text.expected("\"and\", \"or\" or the end");
        }
        return result;
    }

    /**
     * Parses the {@code path} of a PATCH operation: {@code PATH = attrPath / valuePath [subAttr]} (RFC 7644 figure 7).
     *
     * @throws ScimException 400 invalidPath, or invalidFilter when the fault is between the brackets
     */
    public static Path parsePath(String path) {
        var parser = new FilterParser(path, FilterParser::invalidPath);
        var attrPath = new AttrPath(parser.text.attributePath());
        if (parser.text.isAtEnd()) {
            return new Path(attrPath, null, null);
        }
        parser.text.expect('[');
        parser.text.refuseWith(FilterParser::invalidFilter);
        var valFilter = parser.bracketed();
        parser.text.refuseWith(FilterParser::invalidPath);
        var subAttr = parser.text.accepts('.') ? parser.text.attributePath() : null;
        if (!parser.text.isAtEnd()) {
            throw parser.text.expected("the end of the path");
        }
        return new Path(attrPath, valFilter, subAttr);
    }

    /**
     * A PATCH path as it was written.
     *
     * @param attrPath the attribute
     * @param valFilter selects values of it, null for all
     * @param subAttr sub-attribute behind the bracket, null when there is none
     */
    public record Path(AttrPath attrPath, Filter valFilter, String subAttr) {}

    private Filter or() {
        var alternatives = new ArrayList<Filter>(List.of(and()));
        while (text.acceptsKeyword("or")) {
            alternatives.add(and());
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new Filter.Or(List.copyOf(alternatives));
    }

    private Filter and() {
        var conditions = new ArrayList<Filter>(List.of(not()));
        while (text.acceptsKeyword("and")) {
            conditions.add(not());
        }
        return conditions.size() == 1 ? conditions.get(0) : new Filter.And(List.copyOf(conditions));
    }

    private Filter not() {
        return text.acceptsNot() ? new Filter.Not(group()) : primary();
    }

    private Filter primary() {
        return text.isNext('(') ? group() : attribute();
    }

    private Filter group() {
        text.expect('(');
        descend();
        var inner = or();
        text.expect(')');
        depth--;
        return inner;
    }

    private Filter attribute() {
        var attrPath = new AttrPath(text.attributePath());
        if (!text.accepts('[')) {
            return expression(attrPath);
        }
        var valFilter = bracketed();
        // Some clients write emails[type eq "work"].value eq "x": one more condition on the same value.
        return text.accepts('.')
                ? new Filter.ValuePath(
                        attrPath, new Filter.And(List.of(valFilter, expression(new AttrPath(text.attributePath())))))
                : new Filter.ValuePath(attrPath, valFilter);
    }

    private Filter bracketed() {
        if (isInBrackets) {
            throw text.refused("brackets cannot stand within brackets, as values have no values of their own");
        }
        isInBrackets = true;
        descend();
        var inner = or();
        text.expect(']');
        depth--;
        isInBrackets = false;
        return inner;
    }

    private Filter expression(AttrPath attrPath) {
        if (++terms > MAX_TERMS) {
            throw text.refused("it has more than " + MAX_TERMS + " comparisons; ask for less at a time");
        }
        var operator = text.word("an operator such as eq").toLowerCase(Locale.ROOT);
        if (operator.equals("pr")) {
            return new Filter.Presence(attrPath);
        }
        var compareOp = OPERATORS.get(operator);
        if (compareOp == null) {
            throw text.refused("the operator \"" + Excerpt.of(operator)
                    + "\" is not known; the operators are eq, ne, co, sw, ew, gt, ge, lt, le and pr");
        }
        return new Filter.AttrExp(attrPath, compareOp, text.literal());
    }

    private void descend() {
        if (++depth > MAX_DEPTH) {
            throw text.refused("parentheses are nested more than " + MAX_DEPTH + " deep");
        }
    }

    private static ScimException invalidFilter(String reason) {
        return ScimException.invalidFilter("The filter is not valid. " + reason);
    }

    private static ScimException invalidPath(String reason) {
        return ScimException.invalidPath("The path of the operation is not valid. " + reason);
    }
}

package io.roster.scim.filter;

import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import java.util.List;
import java.util.function.Predicate;

/**
 * A filter checked against a resource type: attributes resolved, values typed. Both evaluators, {@link JsonMatcher} and
 * the translation to a database query, walk this tree, and it leaves them nothing to decide:
 *
 * <ul>
 *   <li>A leaf on an attribute without value is false, so that NOT is two-valued.
 *   <li>{@code ne} does not occur: it is bound as NOT equal, which an absent attribute fulfils; on a multi-valued
 *       attribute as "no value at all, or one value that is not equal" (RFC 7644 section 3.4.2.2: any value may match).
 *   <li>{@code eq null} and {@code ne null} are bound as absence and presence (RFC 7643 section 2.5).
 *   <li>A leaf on a multi-valued attribute holds when any value fulfils it.
 *   <li>A complex attribute compared as a whole is bound to its sub-attribute {@code value}.
 * </ul>
 */
public sealed interface BoundFilter {

    /** All terms must hold; two or more. */
    record And(List<BoundFilter> terms) implements BoundFilter {}

    /** One term must hold; two or more. */
    record Or(List<BoundFilter> terms) implements BoundFilter {}

    /** The filter must not hold. */
    record Not(BoundFilter filter) implements BoundFilter {}

    /** No resource fulfils it: what a leaf on an attribute is that the resource type does not have. */
    record Nothing() implements BoundFilter {}

    /**
     * One value of a multi-valued attribute must fulfil the whole inner filter.
     *
     * @param attribute the attribute; its sub-attribute is null
     * @param filter inner filter, whose leaves bear full paths that begin with this attribute; on an attribute that is
     *     not complex they are that path itself
     */
    record ValuePath(AttributePath attribute, BoundFilter filter) implements BoundFilter {}

    /**
     * The attribute has a value; a complex one has any sub-attribute.
     *
     * @param attribute where the value stands
     */
    record Presence(AttributePath attribute) implements BoundFilter {}

    /**
     * A comparison.
     *
     * @param attribute where the value stands
     * @param operator equal and presence suit all types, the text operators String alone, the order operators all but
     *     Boolean
     * @param value by the attribute's type: String for string, reference and binary, already in the form of {@code
     *     AttributeDefinition.comparable}; Boolean; BigDecimal for integer and decimal; Instant for dateTime. Never null
     */
    record Comparison(AttributePath attribute, Operator operator, Object value) implements BoundFilter {}

    /** Comparisons that are left once {@code ne} and {@code pr} are nodes of their own. */
    enum Operator {
        EQUAL,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL
    }

    /**
     * Parses and binds in one step.
     *
     * @throws io.roster.scim.protocol.ScimException 400 invalidFilter
     */
    static BoundFilter of(String filter, ResourceType type) {
        return FilterBinder.bind(FilterParser.parse(filter), type);
    }

    /**
     * Parses a filter over several resource types and binds it to each of them: an attribute that one of them does not
     * have, its resources have no value of (RFC 7644 section 3.4.2.1).
     *
     * @return the filters in the order of the types
     * @throws io.roster.scim.protocol.ScimException 400 invalidFilter, also for an attribute that none of them has
     */
    static List<BoundFilter> ofAny(String filter, List<ResourceType> types) {
        var parsed = FilterParser.parse(filter);
        return types.stream()
                .map(type -> FilterBinder.bindAny(parsed, type, types))
                .toList();
    }

    /** Whether a filter has a leaf or a value path on such an attribute. */
    static boolean mentions(BoundFilter filter, Predicate<AttributePath> attribute) {
        if (filter instanceof And and) {
            return and.terms().stream().anyMatch(term -> mentions(term, attribute));
        } else if (filter instanceof Or or) {
            return or.terms().stream().anyMatch(term -> mentions(term, attribute));
        } else if (filter instanceof Not not) {
            return mentions(not.filter(), attribute);
        } else if (filter instanceof ValuePath path) {
            return attribute.test(path.attribute()) || mentions(path.filter(), attribute);
        } else if (filter instanceof Presence presence) {
            return attribute.test(presence.attribute());
        }
        return filter instanceof Comparison comparison && attribute.test(comparison.attribute());
    }
}

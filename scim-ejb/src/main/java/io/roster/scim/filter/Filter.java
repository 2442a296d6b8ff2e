package io.roster.scim.filter;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * A filter as it was written (RFC 7644 figure 1), not yet checked against a schema. Chains of {@code and} and {@code or}
 * are one node with all their terms.
 */
public sealed interface Filter {

    /** {@code [URI ":"] ATTRNAME *1subAttr}; only a schema can tell where the URI ends, as URNs contain dots too. */
    record AttrPath(String notation) {}

    /** {@code attrPath SP "pr"}. */
    record Presence(AttrPath attrPath) implements Filter {}

    /** {@code attrPath SP compareOp SP compValue}. */
    record AttrExp(AttrPath attrPath, CompareOp compareOp, JsonValue compValue) implements Filter {}

    /** {@code attrPath "[" valFilter "]"}: all of the inner filter must hold for one and the same value. */
    record ValuePath(AttrPath attrPath, Filter valFilter) implements Filter {}

    /** Two or more terms that all must hold. */
    record And(List<Filter> terms) implements Filter {}

    /** Two or more terms of which one must hold. */
    record Or(List<Filter> terms) implements Filter {}

    /** {@code "not" "(" FILTER ")"}. */
    record Not(Filter filter) implements Filter {}

    /** Comparison operators (RFC 7644 table 3) but for {@code pr}. */
    enum CompareOp {
        EQ,
        NE,
        CO,
        SW,
        EW,
        GT,
        GE,
        LT,
        LE
    }
}

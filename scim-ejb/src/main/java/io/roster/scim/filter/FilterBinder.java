package io.roster.scim.filter;

import io.roster.scim.filter.BoundFilter.Operator;
import io.roster.scim.filter.Filter.CompareOp;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Returned;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonValue;
import java.util.List;

/** Checks a filter against a resource type; what this class lets through, every evaluator can answer. */
public final class FilterBinder {

    private final ResourceType type;
    /** The attribute whose brackets the binder is in; null outside. */
    private final AttributePath parent;
    /** All types that are searched; what one of them has, the others need not have. */
    private final List<ResourceType> searched;

    private FilterBinder(ResourceType type, AttributePath parent, List<ResourceType> searched) {
        this.type = type;
        this.parent = parent;
        this.searched = searched;
    }

    /**
     * Resolves the attributes of a filter and types its values.
     *
     * @throws ScimException 400 invalidFilter when an attribute is unknown or cannot be compared in this way
     */
    public static BoundFilter bind(Filter filter, ResourceType type) {
        return new FilterBinder(type, null, List.of(type)).bind(filter);
    }

    /**
     * The same for one of several types that are searched together.
     *
     * @throws ScimException 400 invalidFilter when an attribute is unknown to all of them or cannot be compared in this way
     */
    static BoundFilter bindAny(Filter filter, ResourceType type, List<ResourceType> searched) {
        return new FilterBinder(type, null, searched).bind(filter);
    }

    /**
     * Binds what stands between brackets after an attribute; the leaves bear full paths that begin with it.
     *
     * @param attribute the complex attribute in front of the bracket
     * @throws ScimException 400 invalidFilter, also when the attribute is not complex
     */
    public static BoundFilter bindValueFilter(Filter valFilter, AttributePath attribute, ResourceType type) {
        if (attribute.isExtension()
                || attribute.subAttribute() != null
                || !attribute.attribute().isComplex()) {
            throw invalid("\"" + attribute + "\" has no sub-attributes, so no filter in brackets can follow it");
        }
        return new FilterBinder(type, attribute, List.of(type)).bind(valFilter);
    }

    private BoundFilter bind(Filter filter) {
        if (filter instanceof Filter.And and) {
            return new BoundFilter.And(all(and.terms()));
        } else if (filter instanceof Filter.Or or) {
            return new BoundFilter.Or(all(or.terms()));
        } else if (filter instanceof Filter.Not not) {
            return new BoundFilter.Not(bind(not.filter()));
        } else if (filter instanceof Filter.ValuePath path) {
            return isOthers(path.attrPath()) ? new BoundFilter.Nothing() : valuePath(path);
        } else if (filter instanceof Filter.AttrExp expression && isOthers(expression.attrPath())) {
            return withoutValue(expression);
        } else if (filter instanceof Filter.Presence presence && isOthers(presence.attrPath())) {
            return new BoundFilter.Nothing();
        } else if (filter instanceof Filter.Presence presence) {
            return new BoundFilter.Presence(resolve(presence.attrPath().notation()));
        }
        return comparison((Filter.AttrExp) filter);
    }

    /** Whether the attribute is one of another type that is searched as well, and none of this one. */
    private boolean isOthers(Filter.AttrPath attrPath) {
        return parent == null
                && searched.size() > 1
                && type.path(attrPath.notation()).isEmpty()
                && searched.stream()
                        .anyMatch(other -> other.path(attrPath.notation()).isPresent());
    }

    /** What a comparison of an attribute without value is: only "ne", and "eq" with null, hold. */
    private static BoundFilter withoutValue(Filter.AttrExp expression) {
        var equalsNull = expression.compareOp() == CompareOp.EQ && expression.compValue() == JsonValue.NULL;
        var differs = expression.compareOp() == CompareOp.NE && expression.compValue() != JsonValue.NULL;
        return equalsNull || differs ? new BoundFilter.Not(new BoundFilter.Nothing()) : new BoundFilter.Nothing();
    }

    private List<BoundFilter> all(List<Filter> terms) {
        return terms.stream().map(this::bind).toList();
    }

    private BoundFilter valuePath(Filter.ValuePath path) {
        var attribute = resolve(path.attrPath().notation());
        var inner = bindValueFilter(path.valFilter(), attribute, type);
        // Of a single value the brackets say no more than that it is there.
        return attribute.attribute().multiValued()
                ? new BoundFilter.ValuePath(attribute, inner)
                : new BoundFilter.And(List.of(new BoundFilter.Presence(attribute), inner));
    }

    private BoundFilter comparison(Filter.AttrExp expression) {
        var path = resolve(expression.attrPath().notation());
        if (expression.compValue() == JsonValue.NULL) {
            return nullComparison(expression.compareOp(), path);
        }
        if (path.leaf().isComplex()) {
            path = path.with(valueOf(path));
        }
        if (expression.compareOp() != CompareOp.NE) {
            return compare(path, operator(expression.compareOp()), expression.compValue());
        }
        var different = new BoundFilter.Not(compare(path, Operator.EQUAL, expression.compValue()));
        if (parent != null || !path.attribute().multiValued()) {
            return different;
        }
        var attribute = path.with(null);
        return new BoundFilter.Or(List.of(
                new BoundFilter.Not(new BoundFilter.Presence(attribute)),
                new BoundFilter.ValuePath(attribute, different)));
    }

    private static BoundFilter nullComparison(CompareOp operator, AttributePath path) {
        var presence = new BoundFilter.Presence(path);
        return switch (operator) {
            case EQ -> new BoundFilter.Not(presence);
            case NE -> presence;
            default -> throw invalid("\"" + path + "\" is compared with null, which only eq and ne can do");
        };
    }

    private static BoundFilter compare(AttributePath path, Operator operator, JsonValue literal) {
        return new BoundFilter.Comparison(path, operator, ComparisonValue.of(path, operator, literal));
    }

    private static AttributeDefinition valueOf(AttributePath path) {
        return path.attribute()
                .subAttribute("value")
                .orElseThrow(() -> invalid("\"" + path + "\" is a complex attribute; name one of its sub-attributes: "
                        + String.join(
                                ", ",
                                path.attribute().subAttributes().stream()
                                        .map(sub -> path + "." + sub.name())
                                        .toList())));
    }

    private AttributePath resolve(String notation) {
        var path = parent == null
                ? type.path(notation)
                : parent.attribute().subAttribute(notation).map(parent::with);
        if (path.isEmpty()) {
            throw invalid("\"" + Excerpt.of(notation) + "\" is no attribute of "
                    + (parent == null ? type.name() + " resources" : "\"" + parent + "\"")
                    + "; see /Schemas for those there are");
        }
        if (path.get().isExtension()) {
            throw invalid("\"" + notation + "\" is a schema; add the attribute, as in " + notation + ":attribute");
        }
        if (path.get().leaf().returned() == Returned.NEVER) {
            throw invalid("\"" + path.get() + "\" is secret and cannot be searched for");
        }
        return path.get();
    }

    private static Operator operator(CompareOp operator) {
        return switch (operator) {
            case EQ, NE -> Operator.EQUAL;
            case CO -> Operator.CONTAINS;
            case SW -> Operator.STARTS_WITH;
            case EW -> Operator.ENDS_WITH;
            case GT -> Operator.GREATER;
            case GE -> Operator.GREATER_OR_EQUAL;
            case LT -> Operator.LESS;
            case LE -> Operator.LESS_OR_EQUAL;
        };
    }

    static ScimException invalid(String reason) {
        return ScimException.invalidFilter("The filter cannot be applied: " + reason + ".");
    }
}

package io.roster.expression;

import java.util.List;
import java.util.Objects;

/** All that an expression can be made of. Each part knows the index at which it stands, for what refuses a value. */
sealed interface Node {

    /** See {@link Expression#value}. */
    Object value(Sources sources);

    /** A text, number, truth value, or nothing. */
    record Literal(Object literal) implements Node {
        @Override
        public Object value(Sources sources) {
            return literal;
        }
    }

    /** An attribute of a profile. */
    record Attribute(String source, String name) implements Node {
        @Override
        public Object value(Sources sources) {
            return Values.of(sources.attribute(source, name));
        }
    }

    /** A list in braces. */
    record Several(List<Node> elements) implements Node {
        @Override
        public Object value(Sources sources) {
            return elements.stream()
                    .map(element -> element.value(sources))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** Two numbers added, or else two texts joined; no value is an empty text, not the word "null". */
    record Plus(Node left, Node right, int index) implements Node {
        @Override
        public Object value(Sources sources) {
            return Values.plus(left.value(sources), right.value(sources), index);
        }
    }

    /** One number subtracted from another. */
    record Minus(Node left, Node right, int index) implements Node {
        @Override
        public Object value(Sources sources) {
            return Values.minus(left.value(sources), right.value(sources), index);
        }
    }

    /** Whether two values are the same; case counts, and 1 is 1.0. */
    record Equal(Node left, Node right) implements Node {
        @Override
        public Object value(Sources sources) {
            return Values.equal(left.value(sources), right.value(sources));
        }
    }

    /** How two numbers or two texts compare. */
    record Ordered(Order order, Node left, Node right, int index) implements Node {
        @Override
        public Object value(Sources sources) {
            return order.holds(Values.compare(left.value(sources), right.value(sources), index));
        }
    }

    /** The orders. */
    enum Order {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    /** Both hold. */
    record And(Node left, Node right, int index) implements Node {
        @Override
        public Object value(Sources sources) {
            return Values.holds(left.value(sources), index) && Values.holds(right.value(sources), index);
        }
    }

    /** One holds. */
    record Or(Node left, Node right, int index) implements Node {
        @Override
        public Object value(Sources sources) {
            return Values.holds(left.value(sources), index) || Values.holds(right.value(sources), index);
        }
    }

    /** It does not hold. */
    record Not(Node negated, int index) implements Node {
        @Override
        public Object value(Sources sources) {
            return !Values.holds(negated.value(sources), index);
        }
    }

    /** One value or the other. */
    record Choice(Node condition, Node then, Node otherwise, int index) implements Node {
        @Override
        public Object value(Sources sources) {
            return (Values.holds(condition.value(sources), index) ? then : otherwise).value(sources);
        }
    }

    /** A value, or another one where there is none or it is empty. */
    record OrElse(Node first, Node otherwise) implements Node {
        @Override
        public Object value(Sources sources) {
            Object value = first.value(sources);
            return Values.isEmpty(value) ? otherwise.value(sources) : value;
        }
    }

    /** A function of the list, with as many arguments as it takes. */
    record Call(Functions function, List<Node> arguments, int index) implements Node {
        @Override
        public Object value(Sources sources) {
            return function.apply(new Arguments(
                    function.written(),
                    arguments.stream().map(argument -> argument.value(sources)).toArray(),
                    index));
        }
    }
}

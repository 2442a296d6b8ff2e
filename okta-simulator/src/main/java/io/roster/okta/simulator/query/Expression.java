package io.roster.okta.simulator.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A condition of {@code filter} or {@code search}: comparisons joined by {@code and} and {@code or}. */
public sealed interface Expression {

    /** Whether something whose attributes are these meets the condition; a missing attribute is {@code null}. */
    boolean matches(Function<String, String> attributes);

    /** The comparisons that all must hold, where nothing but {@code and} stands around them. */
    List<Comparison> required();

    /** Every comparison in it. */
    List<Comparison> comparisons();

    /** A comparison that must hold, of this attribute with one of these operators. */
    default Optional<Comparison> required(String attribute, List<String> operators) {
        return required().stream()
                .filter(one -> one.attribute().equals(attribute) && operators.contains(one.operator()))
                .findFirst();
    }

    /**
     * One comparison.
     *
     * @param attribute the name, for instance {@code profile.lastName}
     * @param operator eq, ne, sw, ew, co, gt, ge, lt, le or pr
     * @param value what it is compared with; empty for pr
     */
    record Comparison(String attribute, String operator, String value) implements Expression {
        @Override
        public boolean matches(Function<String, String> attributes) {
            String actual = attributes.apply(attribute);
            if (actual == null) {
                return operator.equals("ne");
            }
            Predicate<String> test =
                    switch (operator) {
                        case "pr" -> text -> !text.isEmpty();
                        case "eq" -> text -> text.equalsIgnoreCase(value);
                        case "ne" -> text -> !text.equalsIgnoreCase(value);
                        case "sw" -> text -> text.regionMatches(true, 0, value, 0, value.length());
                        case "ew" ->
                            text -> text.regionMatches(true, text.length() - value.length(), value, 0, value.length());
                        case "co" -> text -> lower(text).contains(lower(value));
                        case "gt" -> text -> text.compareToIgnoreCase(value) > 0;
                        case "ge" -> text -> text.compareToIgnoreCase(value) >= 0;
                        case "lt" -> text -> text.compareToIgnoreCase(value) < 0;
                        default -> text -> text.compareToIgnoreCase(value) <= 0;
                    };
            return test.test(actual);
        }

        private static String lower(String text) {
            return text.toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public List<Comparison> required() {
            return List.of(this);
        }

        @Override
        public List<Comparison> comparisons() {
            return List.of(this);
        }
    }

    /**
     * Conditions that all must hold.
     *
     * @param all at least one
     */
    record And(List<Expression> all) implements Expression {
        @Override
        public boolean matches(Function<String, String> attributes) {
            return all.stream().allMatch(one -> one.matches(attributes));
        }

        @Override
        public List<Comparison> required() {
            return all.stream().flatMap(one -> one.required().stream()).toList();
        }

        @Override
        public List<Comparison> comparisons() {
            return all.stream().flatMap(one -> one.comparisons().stream()).toList();
        }
    }

    /**
     * Conditions of which one must hold.
     *
     * @param any at least two
     */
    record Or(List<Expression> any) implements Expression {
        @Override
        public boolean matches(Function<String, String> attributes) {
            return any.stream().anyMatch(one -> one.matches(attributes));
        }

        @Override
        public List<Comparison> required() {
            return List.of();
        }

        @Override
        public List<Comparison> comparisons() {
            return any.stream().flatMap(one -> one.comparisons().stream()).toList();
        }
    }
}

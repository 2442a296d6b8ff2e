package io.roster.expression;

import io.roster.expression.ExpressionRefused.Reason;
import java.util.Arrays;
import java.util.List;

/**
 * An expression in Okta's language, of the subset that username formats and attribute mappings use: attributes ({@code
 * user.x}, {@code appuser.x}, {@code source.x}), texts, numbers, {@code true}, {@code false}, {@code null}, lists in braces,
 * {@code +}, {@code -}, comparisons, {@code AND}, {@code OR}, {@code !}, {@code a ? b : c}, {@code a ?: b}, and the functions
 * of {@link Functions} in both forms, {@code String.toUpperCase(user.email)} and {@code user.email.toUpperCase()}.
 *
 * <p>Okta's language is based on that of Spring, whose parser reads it here. What the parser made is translated into
 * {@link Node}s, of which there are only harmless ones; Spring evaluates nothing. An expression has no loops, its length
 * and depth are bounded, and so is each text that it makes: none runs long or fills memory.
 */
public final class Expression {

    /** The most characters of an expression. */
    public static final int MAX_LENGTH = 1000;

    /** The most characters of a text that an expression makes on its way. */
    public static final int MAX_RESULT = 10_000;

    private final String text;
    private final Node root;

    private Expression(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads an expression.
     *
     * @param text as an administrator typed it
     * @return the expression
     * @throws ExpressionRefused when it is none, or uses what is not among the subset; it names the position
     */
    public static Expression parse(String text) {
        if (text == null || text.isBlank()) {
            throw new ExpressionRefused(Reason.EMPTY, 0);
        } else if (text.length() > MAX_LENGTH) {
            throw new ExpressionRefused(Reason.TOO_LONG, 0, text.length(), MAX_LENGTH);
        }
        Nesting.check(text);
        return new Expression(text, Translation.of(text));
    }

    /**
     * Evaluates it.
     *
     * @param sources the profiles
     * @return a {@link String}, {@link Boolean}, {@link java.math.BigDecimal} or {@link java.util.List} of them; {@code
     *     null} where there is no value
     * @throws ExpressionRefused when a value does not suit what is done with it; it names the position
     */
    public Object value(Sources sources) {
        return root.value(sources);
    }

    /** {@return how each function is written, such as {@code String.len(text)}} */
    public static List<String> functions() {
        return Arrays.stream(Functions.values()).map(Functions::usage).toList();
    }

    /** {@return the expression as it was typed} */
    @Override
    public String toString() {
        return text;
    }
}

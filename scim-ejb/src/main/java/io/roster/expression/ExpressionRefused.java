package io.roster.expression;

import io.roster.scim.protocol.Excerpt;
import java.util.Arrays;
import java.util.List;

/** An expression that cannot be read, or not be evaluated for somebody. The message is a sentence that names the position. */
public final class ExpressionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; with each the sentence, whose gaps {@link #values} fill. */
    public enum Reason {
        /** There is nothing. */
        EMPTY("The expression is empty"),
        /** Longer than {@link Expression#MAX_LENGTH}: its length, the most. */
        TOO_LONG("The expression has %s characters, and %s are the most"),
        /** Brackets, or parts of other kinds, stand within each other too often: how often they may. */
        TOO_DEEP("The expression is nested more than %s times; simplify it"),
        /** A text is not closed. */
        UNCLOSED("A quotation mark is missing"),
        /** The text at the position cannot stand there: what stands there. */
        SYNTAX("%s cannot stand here"),
        /** It ends where something more is needed. */
        UNFINISHED("The expression ends too early"),
        /** A part of Spring's language that Okta's expressions here do not have: what it is. */
        UNSUPPORTED("%s cannot be used in expressions"),
        /** No such profile: its name. */
        UNKNOWN_NAME("%s is not known; attributes are written as user.email, appuser.userName or source.userName"),
        /** A profile without an attribute: its name. */
        NO_ATTRIBUTE("Name an attribute of %s, such as %s.email"),
        /** No such function: its name. */
        UNKNOWN_FUNCTION("%s is not among the functions that expressions can use"),
        /** Another number of arguments: the function, how it is written. */
        ARGUMENTS("%s is written %s"),
        /** A value of another type: what wants it, the wanted type, the value. */
        WRONG_TYPE("%s needs %s, but the value is %s"),
        /** The text becomes longer than {@link Expression#MAX_RESULT}: the most. */
        RESULT_TOO_LONG("The text becomes longer than %s characters");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;
    private final int position;
    private final transient List<String> values;

    ExpressionRefused(Reason reason, int index, Object... values) {
        super(sentence(reason, index, shown(values)));
        this.reason = reason;
        this.position = index + 1;
        this.values = shown(values);
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return at which character of the expression, counted from 1} */
    public int position() {
        return position;
    }

    /** {@return what fills the gaps of the reason's sentence} */
    public List<String> values() {
        return values == null ? List.of() : values;
    }

    private static String sentence(Reason reason, int index, List<String> values) {
        return String.format(reason.sentence, values.toArray()) + " (character " + (index + 1) + ").";
    }

    private static List<String> shown(Object[] values) {
        return Arrays.stream(values)
                .map(value -> Excerpt.of(String.valueOf(value)))
                .toList();
    }
}

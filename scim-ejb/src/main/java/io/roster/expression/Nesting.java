package io.roster.expression;

import io.roster.expression.ExpressionRefused.Reason;

/**
 * Counts brackets before anything is parsed. The parser calls itself for each of them, so that a thousand would use up the
 * thread's stack.
 */
final class Nesting {

    /** How many brackets may be open at a time. */
    static final int MAX_DEPTH = 32;

    private Nesting() {}

    /**
     * @throws ExpressionRefused at the bracket that is one too many, or at a quotation mark that is not closed
     */
    static void check(String text) {
        int depth = 0;
        int opened = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (opened >= 0) {
                opened = c == text.charAt(opened) ? -1 : opened;
            } else if (c == '"' || c == '\'') {
                opened = i;
            } else if (c == '(' || c == '[' || c == '{') {
                if (++depth > MAX_DEPTH) {
                    throw new ExpressionRefused(Reason.TOO_DEEP, i, MAX_DEPTH);
                }
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
        if (opened >= 0) {
            throw new ExpressionRefused(Reason.UNCLOSED, opened);
        }
    }
}

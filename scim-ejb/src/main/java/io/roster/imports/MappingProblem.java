package io.roster.imports;

import io.roster.expression.ExpressionRefused;

/**
 * Why an attribute of somebody cannot be what its mapping says.
 *
 * @param attrPath the attribute, or {@code userName}
 * @param sentence what is wrong, with which value
 * @param expression the same, where the expression failed; {@code null} where its value does not suit the attribute
 */
public record MappingProblem(String attrPath, String sentence, ExpressionRefused expression) {}

package io.roster.expression;

import io.roster.expression.ExpressionRefused.Reason;
import io.roster.expression.Node.Order;
import io.roster.scim.schema.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelMessage;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.SpelParseException;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.Elvis;
import org.springframework.expression.spel.ast.InlineList;
import org.springframework.expression.spel.ast.Literal;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpEQ;
import org.springframework.expression.spel.ast.OpGE;
import org.springframework.expression.spel.ast.OpGT;
import org.springframework.expression.spel.ast.OpLE;
import org.springframework.expression.spel.ast.OpLT;
import org.springframework.expression.spel.ast.OpMinus;
import org.springframework.expression.spel.ast.OpNE;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.OpPlus;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.Ternary;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** Makes nodes of what Spring's parser made: of each kind that is listed here, and refuses every other one. */
final class Translation {

    /** How deep nodes may stand within each other; a sum of 60 texts is 60 deep. */
    static final int MAX_DEPTH = 100;

    private static final SpelExpressionParser PARSER = new SpelExpressionParser();
    private static final Set<String> FUNCTIONS = Set.of("String", "Arrays", "Convert");

    private final String text;

    private Translation(String text) {
        this.text = text;
    }

    static Node of(String text) {
        Translation translation = new Translation(text);
        return translation.node(translation.parsed(), MAX_DEPTH);
    }

    private SpelNode parsed() {
        try {
            return PARSER.parseRaw(text).getAST();
        } catch (SpelParseException e) {
            throw refused(e.getMessageCode(), Math.max(0, e.getPosition()));
        } catch (ParseException | IllegalStateException | IllegalArgumentException e) {
            throw syntax(0);
        }
    }

    private ExpressionRefused refused(SpelMessage message, int position) {
        if (message == SpelMessage.UNSUPPORTED_CHARACTER) {
            // It tells of the position behind.
            return syntax(Math.max(0, position - 1));
        }
        boolean unfinished =
                message == SpelMessage.OOD || message == SpelMessage.RUN_OUT_OF_ARGUMENTS || position >= text.length();
        return unfinished ? new ExpressionRefused(Reason.UNFINISHED, text.length() - 1) : syntax(position);
    }

    private ExpressionRefused syntax(int index) {
        return new ExpressionRefused(Reason.SYNTAX, index, text.substring(index, Math.min(text.length(), index + 20)));
    }

    private Node node(SpelNode spel, int depth) {
        int at = spel.getStartPosition();
        if (depth <= 0) {
            throw new ExpressionRefused(Reason.TOO_DEEP, at, MAX_DEPTH);
        } else if (spel instanceof Literal literal) {
            return new Node.Literal(literal(literal));
        } else if (spel instanceof CompoundExpression) {
            return compound(spel, depth - 1);
        } else if (spel instanceof Ternary) {
            return new Node.Choice(child(spel, 0, depth), child(spel, 1, depth), child(spel, 2, depth), at);
        } else if (spel instanceof Elvis) {
            return new Node.OrElse(child(spel, 0, depth), child(spel, 1, depth));
        } else if (spel instanceof OperatorNot) {
            return new Node.Not(child(spel, 0, depth), at);
        } else if (spel instanceof InlineList) {
            return new Node.Several(children(spel, depth));
        } else if (spel instanceof PropertyOrFieldReference name) {
            throw alone(name);
        } else if (spel instanceof MethodReference method) {
            throw new ExpressionRefused(Reason.UNKNOWN_FUNCTION, at, method.getName());
        }
        return operator(spel, depth);
    }

    private Node operator(SpelNode spel, int depth) {
        int at = spel.getStartPosition();
        if (spel instanceof OpMinus && spel.getChildCount() == 1) {
            return new Node.Minus(new Node.Literal(BigDecimal.ZERO), child(spel, 0, depth), at);
        } else if (spel.getChildCount() != 2) {
            throw unsupported(spel);
        } else if (spel instanceof OpPlus) {
            return new Node.Plus(child(spel, 0, depth), child(spel, 1, depth), at);
        } else if (spel instanceof OpMinus) {
            return new Node.Minus(child(spel, 0, depth), child(spel, 1, depth), at);
        } else if (spel instanceof OpEQ) {
            return new Node.Equal(child(spel, 0, depth), child(spel, 1, depth));
        } else if (spel instanceof OpNE) {
            return new Node.Not(new Node.Equal(child(spel, 0, depth), child(spel, 1, depth)), at);
        } else if (spel instanceof OpAnd) {
            return new Node.And(child(spel, 0, depth), child(spel, 1, depth), at);
        } else if (spel instanceof OpOr) {
            return new Node.Or(child(spel, 0, depth), child(spel, 1, depth), at);
        }
        return new Node.Ordered(order(spel), child(spel, 0, depth), child(spel, 1, depth), at);
    }

    private Order order(SpelNode spel) {
        if (spel instanceof OpLT) {
            return Order.LESS;
        } else if (spel instanceof OpLE) {
            return Order.LESS_OR_EQUAL;
        } else if (spel instanceof OpGT) {
            return Order.GREATER;
        } else if (spel instanceof OpGE) {
            return Order.GREATER_OR_EQUAL;
        }
        throw unsupported(spel);
    }

    /** {@code user.email}, {@code String.len(…)}, and methods of either or of what else stands before the point. */
    private Node compound(SpelNode spel, int depth) {
        SpelNode first = spel.getChild(0);
        Node made;
        int next = 1;
        if (!(first instanceof PropertyOrFieldReference name)) {
            made = node(first, depth);
        } else {
            SpelNode second = spel.getChild(next++);
            if (FUNCTIONS.contains(name.getName()) && second instanceof MethodReference method) {
                made = call(method, name.getName() + "." + method.getName(), new ArrayList<>(), depth);
            } else if (!Sources.NAMES.contains(name.getName())) {
                throw alone(name);
            } else if (second instanceof PropertyOrFieldReference attribute) {
                made = new Node.Attribute(name.getName(), attribute.getName());
            } else {
                throw alone(name);
            }
        }
        for (; next < spel.getChildCount(); next++) {
            if (!(spel.getChild(next) instanceof MethodReference method)) {
                throw unsupported(spel.getChild(next));
            }
            made = call(method, null, new ArrayList<>(List.of(made)), depth - next);
        }
        return made;
    }

    private Node call(MethodReference method, String name, List<Node> arguments, int depth) {
        int at = method.getStartPosition();
        if (depth <= 0) {
            throw new ExpressionRefused(Reason.TOO_DEEP, at, MAX_DEPTH);
        }
        String written = name == null ? method.getName() : name;
        Functions function = (name == null ? Functions.method(written) : Functions.named(name))
                .orElseThrow(() -> new ExpressionRefused(Reason.UNKNOWN_FUNCTION, at, written));
        arguments.addAll(children(method, depth));
        if (!function.takes(arguments.size())) {
            throw new ExpressionRefused(Reason.ARGUMENTS, at, written, function.usage());
        }
        return new Node.Call(function, List.copyOf(arguments), at);
    }

    private static Object literal(Literal literal) {
        Object value = literal.getLiteralValue().getValue();
        if (!(value instanceof Number number)) {
            return value;
        }
        double size = number.doubleValue();
        if (Double.isFinite(size)) {
            BigDecimal exact = value instanceof Double || value instanceof Float
                    ? new BigDecimal(value.toString())
                    : BigDecimal.valueOf(number.longValue());
            if (Numbers.kept(exact).isPresent()) {
                return exact;
            }
        }
        throw new ExpressionRefused(Reason.UNSUPPORTED, literal.getStartPosition(), literal.getOriginalValue());
    }

    private static ExpressionRefused alone(PropertyOrFieldReference name) {
        int at = name.getStartPosition();
        return Sources.NAMES.contains(name.getName())
                ? new ExpressionRefused(Reason.NO_ATTRIBUTE, at, name.getName(), name.getName())
                : new ExpressionRefused(Reason.UNKNOWN_NAME, at, name.getName());
    }

    private static ExpressionRefused unsupported(SpelNode spel) {
        return new ExpressionRefused(Reason.UNSUPPORTED, Math.max(0, spel.getStartPosition()), spel.toStringAST());
    }

    private Node child(SpelNode spel, int position, int depth) {
        return node(spel.getChild(position), depth - 1);
    }

    private List<Node> children(SpelNode spel, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < spel.getChildCount(); i++) {
            nodes.add(node(spel.getChild(i), depth - 1));
        }
        return nodes;
    }
}

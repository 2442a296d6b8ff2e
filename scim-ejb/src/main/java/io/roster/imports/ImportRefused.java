package io.roster.imports;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.List;

/** Settings or mappings of the import that cannot be saved or used as they are. Nothing is changed. */
@ApplicationException(rollback = true)
public final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No attribute is named, or none that people have: what was named. */
        ATTRIBUTE_UNKNOWN("%s is not an attribute of people"),
        /** Roster, Okta or another setting decides on this attribute: its name. */
        ATTRIBUTE_RESERVED("%s cannot be mapped"),
        /** The attribute has several values or parts, of which one must be named: its name, such a name. */
        ATTRIBUTE_PARTS("%s has several values or parts; name one of them, such as %s"),
        /** What is between the brackets is more than one attribute eq a value: what was named. */
        ATTRIBUTE_FILTER("%s must select by one comparison, such as [type eq \"work\"]"),
        /** The expression is none; the cause says why. The attribute that it is for. */
        EXPRESSION("The expression for %s cannot be used");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;
    private final String field;
    private final transient List<String> values;

    ImportRefused(Reason reason, String field, Object... values) {
        this(reason, field, null, values);
    }

    ImportRefused(Reason reason, String field, Throwable cause, Object... values) {
        super(String.format(reason.sentence, values) + (cause == null ? "." : ": " + cause.getMessage()), cause);
        this.reason = reason;
        this.field = field;
        this.values = Arrays.stream(values).map(String::valueOf).toList();
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return the input that it is about; null for none} */
    public String field() {
        return field;
    }

    /** {@return what the reason's sentence names} */
    public List<String> values() {
        return values == null ? List.of() : values;
    }
}

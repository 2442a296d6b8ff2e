package io.roster.attribute;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** An attribute that cannot be defined, changed or deleted as asked. Nothing is changed. */
@ApplicationException(rollback = true)
public class AttributeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient List<Object> values;

    /**
     * @param key of a sentence in the console's bundle
     * @param field the input that it is about, or {@code null} for none
     * @param values what fills the sentence's gaps
     */
    AttributeRefusal(String key, String field, Object... values) {
        super(key);
        this.field = field;
        this.values = List.of(values);
    }

    /** @return the input that the refusal is about: name, canonicalValues, description; {@code null} for none */
    public String getField() {
        return field;
    }

    /** @return what fills the gaps of the sentence whose key is the message */
    public List<Object> getValues() {
        return values == null ? List.of() : values;
    }
}

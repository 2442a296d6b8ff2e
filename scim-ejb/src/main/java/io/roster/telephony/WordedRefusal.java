package io.roster.telephony;

import java.util.List;

/** A refusal whose sentence has gaps, which the console words in the reader's language. */
public abstract sealed class WordedRefusal extends RuntimeException permits NumberRefused, ServicesRefused {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> values;

    WordedRefusal(Enum<?> reason, Object... values) {
        super("Refused: " + reason + " " + List.of(values));
        this.values = List.of(values);
    }

    /** @return why */
    public abstract Enum<?> reason();

    /** @return what fills the gaps of the sentence: texts, whole numbers, instants */
    public List<Object> values() {
        return values == null ? List.of() : values;
    }
}

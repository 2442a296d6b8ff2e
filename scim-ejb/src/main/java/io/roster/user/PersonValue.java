package io.roster.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** An index row over one value of a multi-valued attribute of a person. */
@Entity
@IdClass(PersonValue.Key.class)
@Table(name = "person_value")
public class PersonValue {

    /**
     * The primary key.
     *
     * @see PersonValue
     */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String personId;
        private String attribute;
        private int ordinal;

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.ordinal == ordinal
                    && key.personId.equals(personId)
                    && key.attribute.equals(attribute);
        }

        @Override
        public int hashCode() {
            return Objects.hash(personId, attribute, ordinal);
        }
    }

    @Id
    @Column(name = "person_id")
    private String personId;

    @Id
    private String attribute;

    @Id
    private int ordinal;

    @Column(name = "value_key")
    private String valueKey;

    @Column(name = "type_key")
    private String typeKey;

    @Column(name = "is_primary")
    private boolean primary;

    protected PersonValue() {}

    PersonValue(String personId, String attribute, int ordinal, String valueKey, String typeKey, boolean primary) {
        this.personId = personId;
        this.attribute = attribute;
        this.ordinal = ordinal;
        this.valueKey = valueKey;
        this.typeKey = typeKey;
        this.primary = primary;
    }
}

package io.roster.outbox;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.Waiting.Wanted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out what stands where of a person's fields: in the attribute that is configured now, and in others that were. An
 * attribute that is switched off is left alone: what it has is looked at again when one is configured.
 */
final class Standing {

    private final OktaAttributes attributes;
    private final List<Former> former;
    private final Map<Field, Wanted> wanted = new EnumMap<>(Field.class);
    private final Set<Field> moved = EnumSet.noneOf(Field.class);

    Standing(OktaAttributes attributes, List<Former> former) {
        this.attributes = attributes;
        this.former = new ArrayList<>(former);
        this.former.removeIf(each -> each.field().in(attributes) == null);
    }

    /**
     * Adds a field as its row has it.
     *
     * @param field which
     * @param value what the person has
     * @param row where the row's values stand
     */
    void add(Field field, String value, Former row) {
        String now = field.in(attributes);
        if (now == null || row.attribute() == null || row.attribute().equals(now)) {
            wanted.put(field, new Wanted(value, row.value(), row.announced()));
            return;
        }
        moved.add(field);
        wanted.put(field, new Wanted(value, null, null));
        for (Iterator<Former> each = former.iterator(); each.hasNext(); ) {
            Former before = each.next();
            if (before.field() == field && before.attribute().equals(now)) {
                wanted.put(field, new Wanted(value, before.value(), before.announced()));
                each.remove();
            }
        }
        if (row.value() != null || row.announced() != null) {
            former.add(row);
        }
    }

    Wanted wanted(Field field) {
        return wanted.get(field);
    }

    List<Former> former() {
        return List.copyOf(former);
    }

    Set<Field> moved() {
        return moved;
    }
}

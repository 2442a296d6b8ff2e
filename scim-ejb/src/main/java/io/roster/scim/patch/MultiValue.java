package io.roster.scim.patch;

import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.AttributeValues;
import io.roster.scim.protocol.ImmutableValues;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.protocol.ValueList;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributeDefinition.Mutability;
import io.roster.scim.schema.AttributePath;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** One change of a multi-valued attribute: which of its values it selects and what becomes of them. */
final class MultiValue {

    private final PatchChange change;
    private final AttributePath target;
    private final AttributeDefinition sub;
    /** Positions of the values that the change itself marks as primary. */
    private final Set<Integer> primaries = new HashSet<>();

    MultiValue(PatchChange change) {
        this.change = change;
        this.target = change.path().target();
        this.sub = target.subAttribute();
    }

    /** The values after the change; null when none are left. */
    JsonArray after(JsonArray before) {
        var values = before == null ? List.<JsonValue>of() : before;
        var isWhole = change.path().valueFilter() == null && sub == null;
        var after = isWhole ? whole(values) : withoutRepetitions(selected(values));
        ValueList.requireFew(target.with(null), after.size(), change.place());
        return after.isEmpty() ? null : JsonObjects.of(withOnePrimary(after));
    }

    private List<JsonValue> whole(List<JsonValue> before) {
        if (change.op() == Op.ADD) {
            return change.value() == null
                    ? before
                    : added(before, change.value().asJsonArray());
        } else if (change.value() == null) {
            return List.of();
        }
        return change.op() == Op.REPLACE ? change.value().asJsonArray() : withoutValues(before);
    }

    private List<JsonValue> added(List<JsonValue> before, JsonArray added) {
        var list = new ValueList(target.attribute(), before);
        for (var value : added) {
            var present = list.position(value);
            var old = present < 0 ? null : list.values().get(present);
            var position = list.add(value);
            ImmutableValues.requireUnchanged(
                    target.with(null), old, list.values().get(position), change.place());
            if (ValueList.isPrimary(value)) {
                primaries.add(position);
            }
        }
        return list.values();
    }

    private List<JsonValue> withoutValues(List<JsonValue> before) {
        var removed = new ValueList(target.attribute(), change.value().asJsonArray());
        return before.stream().filter(value -> !removed.covers(value)).toList();
    }

    private List<JsonValue> selected(List<JsonValue> before) {
        var after = new ArrayList<JsonValue>(before.size());
        var isFound = false;
        for (var value : before) {
            if (!isSelected(value)) {
                after.add(value);
                continue;
            }
            // Several values replaced by one and the same would only repeat it.
            var changed = isFound && sub == null && change.op() == Op.REPLACE ? null : changed(value);
            isFound = true;
            if (changed != null) {
                after.add(changed);
                notePrimary(after.size() - 1);
            }
        }
        if (!isFound) {
            create(after);
        }
        return after;
    }

    /** A value that has become the same as another one is merged with it, as one that is added would be. */
    private List<JsonValue> withoutRepetitions(List<JsonValue> values) {
        var list = new ValueList(target.attribute());
        var marked = Set.copyOf(primaries);
        primaries.clear();
        for (var i = 0; i < values.size(); i++) {
            var position = list.add(values.get(i));
            if (marked.contains(i)) {
                primaries.add(position);
            }
        }
        var merged = list.values();
        primaries.forEach(position ->
                merged.set(position, JsonObjects.with(merged.get(position).asJsonObject(), "primary", JsonValue.TRUE)));
        return merged;
    }

    private boolean isSelected(JsonValue value) {
        var filter = change.path().valueFilter();
        return filter == null || JsonMatcher.matchesValue(filter, PatchPath.selectable(target.attribute(), value));
    }

    /** One selected value after the change, null when it is gone. */
    private JsonValue changed(JsonValue value) {
        if (change.value() == null) {
            if (change.op() == Op.ADD) {
                return value;
            } else if (sub == null) {
                return null;
            }
        } else if (!target.attribute().isComplex()) {
            return change.value();
        }
        var before = value.asJsonObject();
        var after = sub != null
                ? JsonObjects.with(before, sub.name(), change.value())
                : change.op() == Op.ADD
                        ? JsonObjects.merge(before, change.value().asJsonObject())
                        : change.value().asJsonObject();
        requirePermitted(before, after);
        return after.isEmpty() ? null : after;
    }

    private void requirePermitted(JsonObject before, JsonObject after) {
        for (var member : target.attribute().subAttributes()) {
            var present = before.get(member.name());
            var next = after.get(member.name());
            var isChanged = present != null && !Objects.equals(present, next);
            if (isChanged && (member.mutability() == Mutability.IMMUTABLE || member.required() && next == null)) {
                throw ScimException.mutability(change.place().of(target.with(member))
                        + " cannot be changed once it is set. Remove the value and add another one.");
            }
        }
    }

    /** Nothing was selected: a value is added where the operation describes it wholly, else there is no target. */
    private void create(List<JsonValue> values) {
        var path = change.path();
        var isDescribed = path.valueFilter() == null || change.op() == Op.ADD && path.newValue() != null;
        if (!isDescribed) {
            throw ScimException.noTarget("No value of " + change.place().of(target.with(null))
                    + " matches the filter in the path, so there is nothing to "
                    + change.op().name().toLowerCase(Locale.ROOT) + ".");
        }
        if (change.value() == null) {
            return;
        }
        if (!target.attribute().isComplex()) {
            values.add(change.value());
            return;
        }
        var described = path.newValue() == null ? JsonValue.EMPTY_JSON_OBJECT : path.newValue();
        var created = sub == null
                ? JsonObjects.merge(described, change.value().asJsonObject())
                : JsonObjects.with(described, sub.name(), change.value());
        for (var member : target.attribute().subAttributes()) {
            if (member.required() && !created.containsKey(member.name())) {
                throw ScimException.noTarget("\"" + target.with(null) + "\" has no values, so "
                        + change.place().of(target) + " has nothing to belong to.");
            }
        }
        var canonical = AttributeValues.single(target.with(null), created, change.valuePlace());
        var list = new ValueList(target.attribute(), values);
        var position = list.add(canonical);
        if (ValueList.isPrimary(canonical)) {
            primaries.add(position);
        }
        values.clear();
        values.addAll(list.values());
    }

    private void notePrimary(int position) {
        var isMarked = sub == null
                ? change.value() != null && ValueList.isPrimary(change.value())
                : sub.name().equals("primary") && change.value() == JsonValue.TRUE;
        if (isMarked) {
            primaries.add(position);
        }
    }

    /** A new primary value takes the mark from the old one (RFC 7644 section 3.5.2). */
    private List<JsonValue> withOnePrimary(List<JsonValue> values) {
        if (primaries.isEmpty()) {
            return values;
        }
        if (primaries.size() > 1) {
            throw ScimException.invalidValue("The operation on "
                    + change.place().of(target) + " marks more than one value as primary. Mark one of them only.");
        }
        var after = new ArrayList<>(values);
        for (var i = 0; i < after.size(); i++) {
            if (!primaries.contains(i) && ValueList.isPrimary(after.get(i))) {
                after.set(i, JsonObjects.with(after.get(i).asJsonObject(), "primary", JsonValue.FALSE));
            }
        }
        return after;
    }
}

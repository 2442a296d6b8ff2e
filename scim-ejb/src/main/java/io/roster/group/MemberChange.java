package io.roster.group;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.BoundFilter.Comparison;
import io.roster.scim.filter.BoundFilter.Operator;
import io.roster.scim.filter.JsonMatcher;
import io.roster.scim.patch.PatchChange;
import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.Place;
import io.roster.scim.protocol.Reference;
import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a request asks of a group's members, gathered operation by operation, without reading a member that it does not
 * name.
 */
final class MemberChange {

    private static final String VALUE = "value";

    private boolean replacesAll;
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();
    private final Set<String> unwanted = new LinkedHashSet<>();

    /**
     * Who is to be a member.
     *
     * @param type the type that the request gives, empty where it gives none
     * @param place where the request names the member
     */
    record Wanted(String type, Place place) {}

    boolean replacesAll() {
        return replacesAll;
    }

    /** Who is to be a member, by id. */
    Map<String, Wanted> wanted() {
        return wanted;
    }

    Set<String> unwanted() {
        return unwanted;
    }

    boolean isEmpty() {
        return !replacesAll && wanted.isEmpty() && unwanted.isEmpty();
    }

    /** All members are to be these and no others, as PUT and "push now" have it. */
    void replace(JsonArray members, Place place) {
        replacesAll = true;
        wanted.clear();
        unwanted.clear();
        add(members, place);
    }

    void add(JsonArray members, Place place) {
        for (JsonValue member : members) {
            JsonObject object = member.asJsonObject();
            String id = id(object, place);
            wanted.put(id, new Wanted(object.getString("type", ""), place));
            unwanted.remove(id);
        }
    }

    void remove(String id) {
        wanted.remove(id);
        unwanted.add(id);
    }

    /**
     * Adds one operation on members.
     *
     * @param change the operation
     * @param matching finds the ids of the members that a value filter selects, for filters other than on one value
     * @throws ScimException 400 {@code mutability}, when a member is to become another one
     */
    void apply(PatchChange change, Function<BoundFilter, Set<String>> matching) {
        if (change.path().target().subAttribute() != null) {
            throw altered(change);
        }
        BoundFilter filter = change.path().valueFilter();
        JsonArray values = change.value() instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        if (change.op() == Op.REMOVE) {
            if (filter != null) {
                selected(filter, matching).forEach(this::remove);
            } else if (change.value() instanceof JsonArray) {
                values.forEach(value -> remove(id(value.asJsonObject(), change.valuePlace())));
            } else {
                replace(JsonValue.EMPTY_JSON_ARRAY, change.place());
            }
        } else if (filter != null) {
            changeSelected(change, present(filter, matching));
        } else if (change.op() == Op.REPLACE) {
            replace(values, change.valuePlace());
        } else {
            add(values, change.valuePlace());
        }
    }

    // What a member is made of is immutable (RFC 7643 section 4.2): a value may repeat it, and nothing else.
    private void changeSelected(PatchChange change, Set<String> selected) {
        if (selected.isEmpty()) {
            throw ScimException.noTarget(
                    "No value of " + change.place().of(change.path().target())
                            + " matches the filter in the path, so there is nothing to change.");
        }
        if (change.value() instanceof JsonObject member) {
            String id = member.getString(VALUE, "");
            if (!selected.equals(Set.of(id)) && !(id.isEmpty() && change.op() == Op.ADD)) {
                throw altered(change);
            }
        } else if (change.op() == Op.REPLACE) {
            selected.forEach(this::remove);
        }
    }

    // Okta removes by members[value eq "…"]: what the operation names need not be looked for.
    private Set<String> selected(BoundFilter filter, Function<BoundFilter, Set<String>> matching) {
        boolean byValue = filter instanceof Comparison comparison
                && comparison.operator() == Operator.EQUAL
                && comparison.attribute().notation().equals("members.value");
        return byValue ? Set.of((String) ((Comparison) filter).value()) : present(filter, matching);
    }

    // Each operation goes by what those before it left (RFC 7644 section 3.5.2).
    private Set<String> present(BoundFilter filter, Function<BoundFilter, Set<String>> matching) {
        Set<String> present = new LinkedHashSet<>(replacesAll ? Set.of() : matching.apply(filter));
        present.removeAll(unwanted);
        wanted.forEach((id, member) -> {
            String type = member.type().isEmpty() ? "User" : member.type();
            if (JsonMatcher.matches(filter, MemberJson.group(new Reference(id, "", type, "")))) {
                present.add(id);
            }
        });
        return present;
    }

    private static ScimException altered(PatchChange change) {
        return ScimException.mutability("A member of a group cannot be altered, as "
                + change.place().of(change.path().target()) + " asks. Remove it and add another one.");
    }

    private static String id(JsonObject member, Place place) {
        String id = member.getString(VALUE, "");
        if (id.isEmpty()) {
            throw ScimException.invalidValue(
                    "A member in " + place + " has no 'value'. Give the id of a User or a Group.");
        }
        return id;
    }
}

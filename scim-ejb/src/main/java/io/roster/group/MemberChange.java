package io.roster.group;

import io.roster.scim.filter.BoundFilter;
import io.roster.scim.filter.BoundFilter.Comparison;
import io.roster.scim.filter.BoundFilter.Operator;
import io.roster.scim.patch.PatchChange;
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

    private boolean replacesAll;

    /** The type that the request gives, empty where it gives none, by the id of the member. */
    private final Map<String, String> wanted = new LinkedHashMap<>();

    private final Set<String> unwanted = new LinkedHashSet<>();

    boolean replacesAll() {
        return replacesAll;
    }

    Map<String, String> wanted() {
        return wanted;
    }

    Set<String> unwanted() {
        return unwanted;
    }

    boolean isEmpty() {
        return !replacesAll && wanted.isEmpty() && unwanted.isEmpty();
    }

    /** All members are to be these and no others, as PUT and "push now" have it. */
    void replace(JsonArray members) {
        replacesAll = true;
        wanted.clear();
        unwanted.clear();
        add(members);
    }

    void add(JsonArray members) {
        for (JsonValue member : members) {
            JsonObject object = member.asJsonObject();
            String id = id(object);
            wanted.put(id, object.getString("type", ""));
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
     */
    void apply(PatchChange change, Function<BoundFilter, Set<String>> matching) {
        if (change.path().target().subAttribute() != null) {
            throw ScimException.mutability("A member of a group cannot be altered. Remove it and add another one.");
        }
        BoundFilter filter = change.path().valueFilter();
        JsonArray values = change.value() instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        switch (change.op()) {
            case ADD -> add(values);
            case REPLACE -> replaceMatching(filter, values, matching);
            case REMOVE -> {
                if (filter != null) {
                    selected(filter, matching).forEach(this::remove);
                } else if (change.value() instanceof JsonArray) {
                    values.forEach(value -> remove(id(value.asJsonObject())));
                } else {
                    replace(JsonValue.EMPTY_JSON_ARRAY);
                }
            }
        }
    }

    private void replaceMatching(BoundFilter filter, JsonArray values, Function<BoundFilter, Set<String>> matching) {
        if (filter == null) {
            replace(values);
            return;
        }
        Set<String> selected = matching.apply(filter);
        if (selected.isEmpty()) {
            throw ScimException.noTarget("The path of a 'replace' selects no member of this group.");
        }
        selected.forEach(this::remove);
        add(values);
    }

    // Okta removes by members[value eq "…"]: what the operation names need not be looked for.
    private static Set<String> selected(BoundFilter filter, Function<BoundFilter, Set<String>> matching) {
        boolean byValue = filter instanceof Comparison comparison
                && comparison.operator() == Operator.EQUAL
                && comparison.attribute().notation().equals("members.value");
        return byValue ? Set.of((String) ((Comparison) filter).value()) : matching.apply(filter);
    }

    private static String id(JsonObject member) {
        String id = member.getString("value", "");
        if (id.isEmpty()) {
            throw ScimException.invalidValue("A member has no 'value'. Give the id of a User or a Group.");
        }
        return id;
    }
}

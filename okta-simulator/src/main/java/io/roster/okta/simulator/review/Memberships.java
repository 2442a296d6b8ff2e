package io.roster.okta.simulator.review;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what users say about their groups with what groups say about their members. */
final class Memberships {

    private Memberships() {}

    /** One sentence for each user whose {@code groups} are stale; an app whose users never name groups is fine. */
    static List<String> stale(Map<String, JsonObject> users, Map<String, JsonObject> groups) {
        Map<String, Set<String>> groupsByMember = new HashMap<>();
        groups.forEach((id, group) -> values(group, "members").forEach(member -> groupsByMember
                .computeIfAbsent(member, unused -> new TreeSet<>())
                .add(id)));
        List<String> stale = new ArrayList<>();
        boolean named = false;
        for (Map.Entry<String, JsonObject> user : users.entrySet()) {
            Set<String> said = values(user.getValue(), "groups");
            Set<String> actual = groupsByMember.getOrDefault(user.getKey(), Set.of());
            named |= !said.isEmpty();
            if (!said.equals(actual)) {
                stale.add("person " + user.getValue().getString("userName") + " groups: " + said + " instead of "
                        + actual);
            }
        }
        return named ? stale : List.of();
    }

    private static Set<String> values(JsonObject resource, String attribute) {
        Set<String> values = new TreeSet<>();
        if (resource.get(attribute) instanceof JsonArray array) {
            array.getValuesAs(JsonObject.class).forEach(value -> values.add(value.getString("value")));
        }
        return values;
    }
}

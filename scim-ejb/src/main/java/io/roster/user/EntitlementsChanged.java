package io.roster.user;

import io.roster.persistence.Keys;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Okta gives to a person among {@code entitlements} has changed. A CDI event, fired within the transaction that writes
 * the person, whose row is locked.
 *
 * @param personId the SCIM id
 * @param values folded values that were added or taken away
 */
public record EntitlementsChanged(String personId, Set<String> values) {

    /** The difference between two versions of a person's document; empty where there is none. */
    static Optional<EntitlementsChanged> between(String personId, JsonObject before, JsonObject after) {
        Set<String> old = values(before);
        Set<String> now = values(after);
        if (old.equals(now)) {
            return Optional.empty();
        }
        Set<String> changed = new HashSet<>(old);
        changed.addAll(now);
        changed.removeIf(value -> old.contains(value) && now.contains(value));
        return Optional.of(new EntitlementsChanged(personId, Set.copyOf(changed)));
    }

    private static Set<String> values(JsonObject document) {
        return document.get("entitlements") instanceof JsonArray array
                ? array.getValuesAs(JsonObject.class).stream()
                        .filter(entitlement -> entitlement.containsKey("value"))
                        .map(entitlement -> Keys.fold(entitlement.getString("value")))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}

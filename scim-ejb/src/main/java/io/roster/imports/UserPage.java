package io.roster.imports;

import io.roster.persistence.Keys;
import io.roster.persistence.ValueLookup;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Matches one of Okta's pages of users, with a number of statements that does not depend on how many users there are. */
final class UserPage {

    private final PersonMatching matching;
    private final RosterPeople people;

    /** Users by Okta's id; who was returned twice counts as the last time. */
    private final Map<String, FetchedUser> users = new LinkedHashMap<>();

    private final List<Finding> findings = new ArrayList<>();

    UserPage(PersonMatching matching, RosterPeople people, List<FetchedUser> fetched) {
        this.matching = matching;
        this.people = people;
        fetched.forEach(user -> users.put(user.oktaId(), user));
    }

    Set<String> oktaIds() {
        return users.keySet();
    }

    /** What is to be done; nothing for those who are as they should be. */
    List<Finding> findings() {
        Map<String, RosterPerson> linked = linked();
        Set<String> inactive = linked.values().stream()
                .filter(person -> !person.active())
                .map(RosterPerson::id)
                .collect(Collectors.toSet());
        Set<String> awaited = people.awaitingLifecycle(inactive);
        List<FetchedUser> unlinked = new ArrayList<>();
        users.forEach((oktaId, user) -> {
            RosterPerson person = linked.get(oktaId);
            if (person != null) {
                matching.linked(user, person, awaited.contains(person.id())).ifPresent(findings::add);
            } else if (user.isActive()) {
                unlinked.add(user);
            }
        });
        match(unlinked);
        return findings;
    }

    private Map<String, RosterPerson> linked() {
        Map<String, RosterPerson> linked = people.linked(users.keySet());
        Map<String, RosterPerson> remembered = people.byId(users.values().stream()
                .filter(user -> !linked.containsKey(user.oktaId()))
                .map(FetchedUser::scimId)
                .filter(Objects::nonNull)
                .toList());
        users.values().stream()
                .filter(user -> user.scimId() != null && !linked.containsKey(user.oktaId()))
                .forEach(user -> Optional.ofNullable(remembered.get(user.scimId()))
                        .filter(person -> person.oktaId() == null)
                        .ifPresent(person -> linked.put(user.oktaId(), person)));
        return linked;
    }

    private void match(List<FetchedUser> unlinked) {
        Map<String, JsonObject> wanted = new LinkedHashMap<>();
        for (FetchedUser user : unlinked) {
            try {
                wanted.put(user.oktaId(), matching.wanted(user));
            } catch (ScimException e) {
                findings.add(matching.refused(user, e));
            }
        }
        Map<String, Set<String>> similar = similar(wanted);
        Map<String, RosterPerson> known =
                people.byId(similar.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        wanted.forEach((oktaId, body) -> findings.add(matching.unlinked(
                users.get(oktaId),
                body,
                similar.get(oktaId).stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList())));
    }

    /** Ids of people who may be the same: found by the first attribute of exact matches, by userName, and by names. */
    private Map<String, Set<String>> similar(Map<String, JsonObject> wanted) {
        Map<String, Set<String>> similar = new LinkedHashMap<>();
        wanted.keySet().forEach(oktaId -> similar.put(oktaId, new LinkedHashSet<>()));
        Stream.concat(Stream.of(matching.userName()), matching.lookedUp().stream())
                .distinct()
                .forEach(attribute -> addByKey(wanted, attribute, similar));
        if (matching.isPartial()) {
            Map<String, Set<List<String>>> names = new LinkedHashMap<>();
            wanted.forEach((oktaId, body) -> names.put(oktaId, names(body)));
            Map<List<String>, Set<String>> ids = people.idsByNames(
                    names.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            names.forEach(
                    (oktaId, own) -> own.forEach(name -> similar.get(oktaId).addAll(ids.getOrDefault(name, Set.of()))));
        }
        return similar;
    }

    private void addByKey(Map<String, JsonObject> wanted, ResourceTexts attribute, Map<String, Set<String>> similar) {
        AttributePath path = attribute.attribute();
        Map<String, List<String>> keys = new LinkedHashMap<>();
        wanted.forEach((oktaId, body) -> keys.put(
                oktaId,
                attribute.of(body).stream()
                        .map(text -> ValueLookup.key(path, text))
                        .toList()));
        Map<String, List<String>> ids = people.idsByKey(
                path, keys.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
        keys.forEach((oktaId, own) -> own.forEach(key -> similar.get(oktaId).addAll(ids.getOrDefault(key, List.of()))));
    }

    private Set<List<String>> names(JsonObject body) {
        Set<List<String>> names = new LinkedHashSet<>();
        for (String given : matching.names().get(0).of(body)) {
            for (String family : matching.names().get(1).of(body)) {
                names.add(List.of(Keys.fold(given), Keys.fold(family)));
            }
        }
        return names;
    }
}

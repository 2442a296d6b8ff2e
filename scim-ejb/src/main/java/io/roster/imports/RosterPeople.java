package io.roster.imports;

import io.roster.persistence.Keys;
import io.roster.persistence.Sql;
import io.roster.persistence.ValueLookup;
import io.roster.scim.schema.AttributePath;
import io.roster.user.PeopleByValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads the people whom a page of users may be about: one statement a question, however many users there are. */
final class RosterPeople {

    /** How many values one statement asks for at most. */
    private static final int CHUNK = 500;

    /** How many people with one value are looked at; of more it is no less clear that it tells nobody apart. */
    private static final int NAMESAKES = 10;

    private static final String SELECT = "select " + RosterPerson.COLUMNS + " from person where ";

    private static final String BY_NAMES = """
            select g.value_key, f.value_key, f.person_id from person_value f
              join person_value g on g.person_id = f.person_id and g.attribute = 'name.givenName'
            where f.attribute = 'name.familyName' and f.value_key in %s and g.value_key in %s""";

    private final DataSource dataSource;

    RosterPeople(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whoever is linked with these users of Okta, by Okta's id; of several the one who was there first. */
    Map<String, RosterPerson> linked(Collection<String> oktaIds) {
        Map<String, RosterPerson> linked = new HashMap<>();
        for (RosterPerson person :
                in("external_id", oktaIds.stream().map(Keys::of).toList())) {
            linked.merge(person.oktaId(), person, (one, other) -> one.id().compareTo(other.id()) < 0 ? one : other);
        }
        return linked;
    }

    /** People by their SCIM ids. */
    Map<String, RosterPerson> byId(Collection<String> ids) {
        Map<String, RosterPerson> people = new HashMap<>();
        in("id", ids).forEach(person -> people.put(person.id(), person));
        return people;
    }

    /** Ids of people by {@link ValueLookup#key keys} of an attribute of text. */
    Map<String, List<String>> idsByKey(AttributePath path, Collection<String> keys) {
        ValueLookup lookup = PeopleByValue.in(dataSource);
        Map<String, List<String>> ids = new HashMap<>();
        chunks(keys).forEach(chunk -> ids.putAll(lookup.ids(path, chunk, NAMESAKES)));
        return ids;
    }

    /** Ids of people by the keys of their first and last name. */
    Map<List<String>, Set<String>> idsByNames(Set<List<String>> names) {
        Map<List<String>, Set<String>> ids = new LinkedHashMap<>();
        for (List<List<String>> chunk : chunks(names)) {
            Set<String> families = new LinkedHashSet<>();
            Set<String> given = new LinkedHashSet<>();
            chunk.forEach(name -> {
                given.add(name.get(0));
                families.add(name.get(1));
            });
            List<Object> parameters = new ArrayList<>(families);
            parameters.addAll(given);
            String query = BY_NAMES.formatted(Sql.places(families.size()), Sql.places(given.size()));
            new Sql(query, parameters).list(dataSource, row -> {
                List<String> name = List.of(row.getString(1), row.getString(2));
                Set<String> known = names.contains(name)
                        ? ids.computeIfAbsent(name, key -> new LinkedHashSet<>())
                        : new HashSet<>();
                return known.size() < NAMESAKES && known.add(row.getString(3));
            });
        }
        return ids;
    }

    /** Which of some people are to be deactivated or reactivated in Okta too, which has not been done yet. */
    Set<String> awaitingLifecycle(Collection<String> ids) {
        Set<String> awaiting = new HashSet<>();
        for (List<String> chunk : chunks(ids)) {
            String query =
                    "select person_id from outbox where lifecycle is not null and state <> 'DONE' and person_id in ";
            awaiting.addAll(new Sql(query + Sql.places(chunk.size()), List.copyOf(chunk))
                    .list(dataSource, row -> row.getString(1)));
        }
        return awaiting;
    }

    private List<RosterPerson> in(String column, Collection<String> values) {
        List<RosterPerson> people = new ArrayList<>();
        for (List<String> chunk : chunks(values)) {
            people.addAll(new Sql(SELECT + column + " in " + Sql.places(chunk.size()), List.copyOf(chunk))
                    .list(dataSource, RosterPerson::read));
        }
        return people;
    }

    static <T> List<List<T>> chunks(Collection<T> values) {
        List<T> list = List.copyOf(new LinkedHashSet<>(values));
        List<List<T>> chunks = new ArrayList<>();
        for (int i = 0; i < list.size(); i += CHUNK) {
            chunks.add(list.subList(i, Math.min(i + CHUNK, list.size())));
        }
        return chunks;
    }
}

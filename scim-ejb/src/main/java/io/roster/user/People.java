package io.roster.user;

import io.roster.access.Roles;
import io.roster.persistence.Keys;
import io.roster.persistence.ResourceCount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** People as the console lists and shows them. What a client of SCIM does with them is in {@code Users}. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
public class People {

    /** Filtered lists are counted up to here; more people than this are many. */
    public static final int COUNTED = 2_000;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Inject
    private ResourceCount counts;

    /**
     * A page of the list.
     *
     * @param query which people, in which order
     * @param offset how many people come before the page, 0 or more
     * @param count how many people the page has at most
     * @return the page, empty when it lies past the end
     */
    public PeoplePage page(PeopleQuery query, int offset, int count) {
        if (query.isEverybody()) {
            int total = counts.total("User");
            return new PeoplePage(load(query, keysOfEverybody(query, offset, count, total)), total, true);
        }
        PeopleSql gathering = PeopleSql.gathering(entities, query);
        int total = gathering.count(COUNTED + 1);
        if (total <= COUNTED) {
            return new PeoplePage(load(query, gathering.keys(offset, count)), total, true);
        }
        List<String> keys = PeopleSql.walking(entities, query).keys(offset, count);
        int seen = keys.isEmpty() ? 0 : offset + keys.size();
        return new PeoplePage(load(query, keys), Math.max(COUNTED, seen), false);
    }

    /**
     * All people of a list.
     *
     * @param query which people; its order does not matter
     * @return their SCIM ids, in no particular order
     */
    public List<String> ids(PeopleQuery query) {
        return PeopleSql.gathering(entities, query).ids();
    }

    /**
     * How many people a list has, to its end.
     *
     * @param query which people
     * @return how many
     */
    public int count(PeopleQuery query) {
        return query.isEverybody()
                ? counts.total("User")
                : PeopleSql.gathering(entities, query).count(Integer.MAX_VALUE);
    }

    /**
     * One person.
     *
     * @param id the SCIM id
     * @return the person, empty when there is none of that id
     */
    public Optional<Person> find(String id) {
        return Optional.ofNullable(entities.find(Person.class, id));
    }

    // Derby walks through an index in one direction only, and sorts everybody for the other one: so a page counted from
    // one end is read from the other.
    private List<String> keysOfEverybody(PeopleQuery query, int offset, int count, int total) {
        if (query.descending() == query.sort().descendingIndex()) {
            return PeopleSql.walking(entities, query).keys(offset, count);
        }
        int end = Math.max(0, total - offset);
        int start = Math.max(0, end - count);
        if (start == end) {
            return List.of();
        }
        List<String> keys =
                new ArrayList<>(PeopleSql.walking(entities, query.reversed()).keys(start, end - start));
        Collections.reverse(keys);
        return keys;
    }

    private List<Person> load(PeopleQuery query, List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        boolean byId = query.sort().key().equals("id");
        String attribute = byId ? "id" : "userNameKey";
        Comparator<Person> asKeys = Comparator.comparingInt(
                person -> keys.indexOf(byId ? person.getId() : Keys.fold(person.getUserName())));
        return entities.createQuery("select p from Person p where p." + attribute + " in :keys", Person.class)
                .setParameter("keys", keys)
                .getResultStream()
                .sorted(asKeys)
                .toList();
    }
}

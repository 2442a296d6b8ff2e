package io.roster.user;

import io.roster.access.Roles;
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

    /** Filtered lists are counted up to here. */
    public static final int COUNTED = 10_000;

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
            return new PeoplePage(load(idsOfEverybody(query, offset, count, total)), total, true);
        }
        PeopleSql sql = new PeopleSql(entities, query);
        List<String> ids = sql.ids(offset, count);
        int seen = ids.isEmpty() ? 0 : offset + ids.size();
        boolean toTheEnd = ids.size() < count && (seen > 0 || offset == 0);
        int total = toTheEnd ? seen : sql.count(COUNTED + 1);
        boolean exact = toTheEnd || total <= COUNTED;
        return new PeoplePage(load(ids), exact ? total : Math.max(COUNTED, seen), exact);
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

    // A page of the second half is nearer to the end, and skipping rows is what costs.
    private List<String> idsOfEverybody(PeopleQuery query, int offset, int count, int total) {
        int rest = total - offset - count;
        if (rest >= offset || rest < 0) {
            return new PeopleSql(entities, query).ids(offset, count);
        }
        List<String> ids = new ArrayList<>(new PeopleSql(entities, query.reversed()).ids(rest, count));
        Collections.reverse(ids);
        return ids;
    }

    private List<Person> load(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select p from Person p where p.id in :ids", Person.class)
                .setParameter("ids", ids)
                .getResultStream()
                .sorted(Comparator.comparingInt(person -> ids.indexOf(person.getId())))
                .toList();
    }
}

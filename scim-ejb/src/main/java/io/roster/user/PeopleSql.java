package io.roster.user;

import io.roster.persistence.Keys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements behind the list of people. Each way to be found by a search is a range of an index of its own, so they
 * are a UNION: neither database would use the indexes for an OR over different columns.
 */
final class PeopleSql {

    private static final String FOUND = " join ("
            + "select id from person where user_name_key like ? escape '!'"
            + " union select id from person where full_name_key like ? escape '!'"
            + " union select id from person where family_name_key like ? escape '!'"
            + " union select person_id as id from person_value where attribute = 'emails' and value_key like ? escape '!'"
            + ") hit on hit.id = p.id";
    private static final int WAYS_TO_BE_FOUND = 4;

    private final EntityManager entities;
    private final PeopleQuery query;

    PeopleSql(EntityManager entities, PeopleQuery query) {
        this.entities = entities;
        this.query = query;
    }

    List<String> ids(int offset, int count) {
        List<Object> values = new ArrayList<>();
        String from = from(values);
        values.add(offset);
        values.add(count);
        String page = "select p.id" + from + query.orderBy() + " offset ? rows fetch next ? rows only";
        return ((List<?>) statement(page, values).getResultList())
                .stream().map(String.class::cast).toList();
    }

    /** Counts no further than a limit. */
    int count(int limit) {
        List<Object> values = new ArrayList<>();
        String from = from(values);
        values.add(limit);
        String counted = "select count(*) from (select p.id" + from + " fetch first ? rows only) counted";
        return ((Number) statement(counted, values).getSingleResult()).intValue();
    }

    private String from(List<Object> values) {
        StringBuilder from = new StringBuilder(" from person p");
        if (query.search() != null) {
            from.append(FOUND);
            String prefix = Keys.fold(query.search()).replaceAll("[!%_]", "!$0") + '%';
            for (int i = 0; i < WAYS_TO_BE_FOUND; i++) {
                values.add(prefix);
            }
        }
        String and = " where ";
        if (query.active() != null) {
            from.append(and).append("p.active = ?");
            values.add(query.active());
            and = " and ";
        }
        if (query.source() != null) {
            from.append(and).append("p.source = ?");
            values.add(query.source().name());
        }
        return from.toString();
    }

    private Query statement(String sql, List<Object> values) {
        Query statement = entities.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setParameter(i + 1, values.get(i));
        }
        return statement;
    }
}

package io.roster.user;

import io.roster.persistence.Keys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements behind the list of people. There are two ways to a page, and which one is cheap depends on how many
 * people match: to gather the few that do and sort them, or to walk through everybody in the order of an index until the
 * page is full.
 */
final class PeopleSql {

    // A UNION, because neither database uses its indexes for an OR over different columns.
    private static final String GATHERED = " join ("
            + "select id from person where user_name_key like ? escape '!'"
            + " union select id from person where full_name_key like ? escape '!'"
            + " union select id from person where family_name_key like ? escape '!'"
            + " union select person_id as id from person_value where attribute = 'emails' and value_key like ? escape '!'"
            + ") hit on hit.id = p.id";
    private static final String MATCHES = "(p.user_name_key like ? escape '!' or p.full_name_key like ? escape '!'"
            + " or p.family_name_key like ? escape '!' or exists (select 1 from person_value v where v.person_id = p.id"
            + " and v.attribute = 'emails' and v.value_key like ? escape '!'))";
    private static final int WAYS_TO_MATCH = 4;

    private final EntityManager entities;
    private final PeopleQuery query;
    private final StringBuilder from = new StringBuilder(" from person p");
    private final List<Object> values = new ArrayList<>();

    private PeopleSql(EntityManager entities, PeopleQuery query) {
        this.entities = entities;
        this.query = query;
    }

    /** For a query that few people match. */
    static PeopleSql gathering(EntityManager entities, PeopleQuery query) {
        PeopleSql sql = new PeopleSql(entities, query);
        if (query.search() != null) {
            sql.from.append(GATHERED);
            sql.addSearch();
        }
        sql.addFilters(" where ");
        return sql;
    }

    /** For a query that many people match. */
    static PeopleSql walking(EntityManager entities, PeopleQuery query) {
        PeopleSql sql = new PeopleSql(entities, query);
        // Derby sorts all rows otherwise; PostgreSQL chooses well by itself, and takes this for a comment.
        sql.from
                .append(" --DERBY-PROPERTIES index=")
                .append(query.sort().index())
                .append('\n');
        String and = " where ";
        if (query.search() != null) {
            sql.from.append(and).append(MATCHES);
            sql.addSearch();
            and = " and ";
        }
        sql.addFilters(and);
        return sql;
    }

    private void addSearch() {
        String prefix = Keys.fold(query.search()).replaceAll("[!%_]", "!$0") + '%';
        for (int i = 0; i < WAYS_TO_MATCH; i++) {
            values.add(prefix);
        }
    }

    private void addFilters(String first) {
        String and = first;
        if (query.active() != null) {
            from.append(and).append("p.active = ?");
            values.add(query.active());
            and = " and ";
        }
        if (query.source() != null) {
            from.append(and).append("p.source = ?");
            values.add(query.source().name());
        }
    }

    /** The keys of a page, see {@link PeopleQuery.Sort#key()}. */
    List<String> keys(int offset, int count) {
        String page = "select p." + query.sort().key() + from + query.orderBy();
        Query statement = statement(page + " offset ? rows fetch next ? rows only", offset, count);
        return ((List<?>) statement.getResultList())
                .stream().map(String.class::cast).toList();
    }

    /** Counts no further than a limit. */
    int count(int limit) {
        String counted = "select count(*) from (select p.id" + from + " fetch first ? rows only) counted";
        return ((Number) statement(counted, limit).getSingleResult()).intValue();
    }

    private Query statement(String sql, Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        Query statement = entities.createNativeQuery(sql);
        for (int i = 0; i < all.size(); i++) {
            statement.setParameter(i + 1, all.get(i));
        }
        return statement;
    }
}

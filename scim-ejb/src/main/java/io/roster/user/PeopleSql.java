package io.roster.user;

import io.roster.persistence.Keys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements behind the list of people. There are two ways to a page, and which one is cheap depends on how many
 * people match: to gather the few that do and sort them, or to walk through everybody in the order of an index until the
 * page is full.
 */
final class PeopleSql {

    private static final String NUMBER = ServiceCriterion.number(true).path();
    private static final List<String> NAMES = List.of("user_name_key", "full_name_key", "family_name_key");
    private static final String EXTENSION = ServiceCriterion.extension(true).path();

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
            sql.gatherHits();
        }
        ServiceCriterion service = query.service();
        // Of two joined lists Derby would go through the one for each row of the other; and there are more who have a
        // service than are deactivated.
        boolean joined =
                service != null && service.present() && query.search() == null && !Boolean.FALSE.equals(query.active());
        if (joined) {
            sql.from.append(" join (select v.person_id as id from person_value v where ");
            sql.addService(service);
            sql.from.append(") served on served.id = p.id");
        }
        sql.addFilters(" where ", service == null || joined);
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
            sql.from.append(and);
            sql.testHits();
            and = " and ";
        }
        sql.addFilters(and, query.service() == null);
        return sql;
    }

    // A UNION, because neither database uses its indexes for an OR over different columns.
    private void gatherHits() {
        String prefix = prefix();
        from.append(" join (");
        String union = "";
        for (String column : NAMES) {
            from.append(union).append("select id from person where ").append(column);
            like(prefix);
            union = " union ";
        }
        for (Map.Entry<String, String> hit : inRows(prefix).entrySet()) {
            from.append(" union select v.person_id as id from person_value v where v.attribute = ? and v.value_key");
            values.add(hit.getKey());
            like(hit.getValue());
        }
        from.append(") hit on hit.id = p.id");
    }

    private void testHits() {
        String prefix = prefix();
        String or = "(";
        for (String column : NAMES) {
            from.append(or).append("p.").append(column);
            like(prefix);
            or = " or ";
        }
        for (Map.Entry<String, String> hit : inRows(prefix).entrySet()) {
            from.append(" or exists (select 1 from person_value v where v.person_id = p.id and v.attribute = ?"
                    + " and v.value_key");
            values.add(hit.getKey());
            like(hit.getValue());
            from.append(')');
        }
        from.append(')');
    }

    private String prefix() {
        return Keys.fold(query.search()).replaceAll("[!%_]", "!$0") + '%';
    }

    private void like(String pattern) {
        from.append(" like ? escape '!'");
        values.add(pattern);
    }

    private Map<String, String> inRows(String prefix) {
        Map<String, String> patterns = new LinkedHashMap<>();
        patterns.put("emails", prefix);
        NumberSearch.of(query.search()).ifPresent(typed -> {
            patterns.put(NUMBER, typed.number());
            patterns.put(EXTENSION, typed.extension());
        });
        return patterns;
    }

    private void addFilters(String first, boolean serviceIsDone) {
        String and = first;
        if (query.active() != null) {
            from.append(and).append("p.active = ?");
            values.add(query.active());
            and = " and ";
        }
        if (query.source() != null) {
            from.append(and).append("p.source = ?");
            values.add(query.source().name());
            and = " and ";
        }
        if (!serviceIsDone) {
            from.append(and)
                    .append(query.service().present() ? "" : "not ")
                    // Derby would read who else has it, for everybody at once.
                    .append("exists (select 1 from person_value v --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n"
                            + " where v.person_id = p.id and ");
            addService(query.service());
            from.append(')');
        }
    }

    private void addService(ServiceCriterion service) {
        from.append("v.attribute = ?");
        values.add(service.path());
        if (service.value() != null) {
            from.append(" and v.value_key = ?");
            values.add(service.value());
        }
    }

    /** The ids of all, in no particular order. */
    List<String> ids() {
        return texts(statement("select p.id" + from));
    }

    /** The keys of a page, see {@link PeopleQuery.Sort#key()}. */
    List<String> keys(int offset, int count) {
        String page = "select p." + query.sort().key() + from + query.orderBy();
        return texts(statement(page + " offset ? rows fetch next ? rows only", offset, count));
    }

    /** Counts no further than a limit. */
    int count(int limit) {
        String counted = "select count(*) from (select p.id" + from + " fetch first ? rows only) counted";
        return ((Number) statement(counted, limit).getSingleResult()).intValue();
    }

    private static List<String> texts(Query statement) {
        return ((List<?>) statement.getResultList())
                .stream().map(String.class::cast).toList();
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

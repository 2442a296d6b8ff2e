package io.roster.entitlement;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Counts who has an entitlement, by the index rows of people: their {@code value_key} is the folded {@code value}, and ids
 * of entitlements are folded by nature.
 */
@Dependent
public class HolderCount {

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    Map<String, Integer> all(EntitlementType type) {
        Map<String, Integer> people = new HashMap<>();
        Sql.of(
                        "select e.id, count(distinct v.person_id) from " + type.table() + " e join person_value v"
                                + " on v.attribute = ? and v.value_key = e.id group by e.id",
                        type.attribute())
                .list(dataSource, row -> people.put(row.getString(1), row.getInt(2)));
        return people;
    }

    Holders of(EntitlementType type, String id) {
        Map<Boolean, Integer> people = new HashMap<>();
        Sql.of(
                        "select p.active, count(*) from person p where p.id in (select v.person_id from person_value v"
                                + " where v.attribute = ? and v.value_key = ?) group by p.active",
                        type.attribute(),
                        id)
                .list(dataSource, row -> people.put(row.getBoolean(1), row.getInt(2)));
        return new Holders(people.getOrDefault(true, 0), people.getOrDefault(false, 0));
    }
}

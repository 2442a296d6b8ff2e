package io.roster.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * How many resources there are of each type: kept with every create and delete, because counting 100,000 rows costs more
 * than reading a page of them. Part of the transaction of the boundary that uses it.
 */
@Dependent
public class ResourceCount {

    private static final int STRIPES = 16;

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /**
     * Counts a resource that the running transaction creates or deletes.
     *
     * @param resourceType {@code User} or {@code Group}
     * @param difference 1 or -1
     */
    public void add(String resourceType, int difference) {
        // Any stripe will do: only their sum means something, and one of them may well be negative.
        entities.createNativeQuery(
                        "update resource_count set total = total + ?1 where resource_type = ?2 and stripe = ?3")
                .setParameter(1, difference)
                .setParameter(2, resourceType)
                .setParameter(3, ThreadLocalRandom.current().nextInt(STRIPES))
                .executeUpdate();
    }

    /**
     * @param resourceType {@code User} or {@code Group}
     * @return how many there are
     */
    public int total(String resourceType) {
        return total(dataSource, resourceType);
    }

    /** As {@link #total(String)}, outside a transaction. */
    static int total(DataSource dataSource, String resourceType) {
        return Sql.of("select sum(total) from resource_count where resource_type = ?", resourceType)
                .list(dataSource, row -> row.getInt(1))
                .get(0);
    }
}

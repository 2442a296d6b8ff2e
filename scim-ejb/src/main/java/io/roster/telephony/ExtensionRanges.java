package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Which extensions there are: ranges with a name, no two of which share an extension. Each method that writes is one
 * transaction, repeated where it lost against a concurrent one. Who has which extension is in {@link Pools}.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExtensionRanges {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private ExtensionRangeWriter writer;

    @Resource
    private SessionContext session;

    /** @return all ranges by their first extensions, with how much of each is in use */
    public List<RangeUse> list() {
        return used(
                entities.createQuery("select r from ExtensionRange r order by r.first", ExtensionRange.class)
                        .getResultList(),
                "",
                List.of());
    }

    /**
     * @param id whatever was asked for
     * @return the range of that id, empty when there is none
     */
    public Optional<RangeUse> find(String id) {
        return Optional.ofNullable(id == null ? null : entities.find(ExtensionRange.class, id))
                .map(range ->
                        used(List.of(range), " where range_id = ?", List.of(id)).get(0));
    }

    private List<RangeUse> used(List<ExtensionRange> ranges, String where, List<Object> values) {
        long now = System.currentTimeMillis();
        Map<String, int[]> counts = new HashMap<>();
        List<Object> parameters = new ArrayList<>(List.of(PoolState.NEVER, now, PoolState.NEVER));
        parameters.addAll(values);
        new Sql(
                        "select range_id, sum(case when free_from = ? then 1 else 0 end),"
                                + " sum(case when free_from > ? and free_from < ? then 1 else 0 end), count(*)"
                                + " from extension_number" + where + " group by range_id",
                        parameters)
                .list(
                        dataSource,
                        row -> counts.put(row.getString(1), new int[] {row.getInt(2), row.getInt(3), row.getInt(4)}));
        return ranges.stream()
                .map(range -> {
                    int[] of = counts.getOrDefault(range.getId(), new int[3]);
                    return new RangeUse(range, of[0], of[1], of[2] - of[0] - of[1]);
                })
                .toList();
    }

    /**
     * Adds a range with all its extensions.
     *
     * @param name what people call it, 1 to 100 characters
     * @param first two to ten digits; zeros in front count
     * @param last as many digits
     * @return its id
     * @throws NumberRefused when one of these is not so, it has more than 100,000 extensions, or another range has some
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public String add(String name, String first, String last) {
        Caller caller = caller();
        return Conflicts.retried(() -> writer.add(caller, name, first, last));
    }

    /**
     * Changes name and ends of a range. Extensions that are outside afterwards are there no more.
     *
     * @param id its id
     * @param version the version that the administrator saw
     * @param name as at {@link #add}
     * @param first as at {@link #add}
     * @param last as at {@link #add}
     * @throws NumberRefused as at {@link #add}, when an extension that would go is assigned, or when the range was changed
     *     or deleted since
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(String id, long version, String name, String first, String last) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.change(caller, id, version, name, first, last));
    }

    /**
     * Deletes a range of which nothing is assigned.
     *
     * @param id its id
     * @param version the version that the administrator saw
     * @throws NumberRefused when something is assigned, or the range was changed or deleted since
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void delete(String id, long version) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.delete(caller, id, version));
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

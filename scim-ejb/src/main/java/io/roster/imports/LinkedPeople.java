package io.roster.imports;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Who is active here and linked with a user of Okta: who may have to be deactivated. An {@code externalId} that is no id of
 * Okta's comes from somebody else, who will take care of it. For the job.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LinkedPeople {

    private static final int AT_ONCE = 5000;
    private static final int CHUNK = 500;

    /** So many leavers are counted to the last one; of more, a run that is held in any case may have left some uncounted. */
    public static final int COUNTED = 5_000;

    // Whose deactivation an administrator ignores, the safeguard does not count.
    private static final String TOTALS = """
            select app_threshold, org_threshold,
              (select count(*) from person where active = true and external_id is not null),
              (select count(*) from person where active = true),
              (select count(*) from import_candidate where preview = '' and state = 'IGNORED' and kind = 'DEACTIVATE')
            from import_settings where id = 1""";

    /** Okta's ids of users: 20 letters and digits that begin so. */
    private static final Pattern OKTA_ID = Pattern.compile("00u[0-9A-Za-z]{17}");

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /**
     * Those whom Okta did not name.
     *
     * @param named Okta's ids
     * @return Okta's ids of the others, in order
     */
    public List<String> without(Set<String> named) {
        List<String> others = new ArrayList<>();
        String after = "";
        List<String> some;
        do {
            some = Sql.of(
                            "select external_id from person where external_id > ? and active = true"
                                    + " order by external_id fetch first ? rows only",
                            after,
                            AT_ONCE)
                    .list(dataSource, row -> row.getString(1));
            some.stream()
                    .filter(id -> OKTA_ID.matcher(id).matches() && !named.contains(id))
                    .forEach(others::add);
            after = some.isEmpty() ? after : some.get(some.size() - 1);
        } while (some.size() == AT_ONCE);
        return others.stream().distinct().toList();
    }

    /**
     * Those among some.
     *
     * @param oktaIds Okta's ids
     * @return the ids of those who are active here
     */
    public Set<String> among(Collection<String> oktaIds) {
        List<String> ids =
                oktaIds.stream().filter(id -> OKTA_ID.matcher(id).matches()).toList();
        Set<String> linked = new HashSet<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            new Sql(
                            "select external_id from person where active = true and external_id in "
                                    + Sql.places(chunk.size()),
                            List.copyOf(chunk))
                    .list(dataSource, row -> row.getString(1))
                    .forEach(linked::add);
        }
        return linked;
    }

    /**
     * How many have to be gone for the safeguard to hold a run, as the thresholds are now: whether the others are gone too
     * changes nothing about that.
     *
     * @return at least {@value #COUNTED}; empty where it would not hold a run however many are gone
     */
    public OptionalLong enoughToHold() {
        return Sql.of(TOTALS).list(dataSource, LinkedPeople::enough).get(0);
    }

    private static OptionalLong enough(ResultSet row) throws SQLException {
        Integer app = (Integer) row.getObject(1);
        Integer org = (Integer) row.getObject(2);
        long linked = row.getLong(3);
        long active = row.getLong(4);
        long ignored = row.getLong(5);
        OptionalLong least = Safeguard.least(linked, app, active, org);
        return least.isEmpty() ? least : OptionalLong.of(Math.max(COUNTED, least.getAsLong() + ignored));
    }
}

package io.roster.telephony;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** The policies as they are stored. */
@Dependent
class PolicyRows {

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /** One of each kind, in the order of the kinds; within the running transaction. */
    List<ServicePolicy> all() {
        return all(dataSource);
    }

    /** As {@link #all()}, with a data source that is right where there is no transaction. */
    static List<ServicePolicy> all(DataSource dataSource) {
        return Sql.of("select kind, version, grace_days from service_policy")
                .list(dataSource, PolicyRows::policy)
                .stream()
                .sorted(Comparator.comparing(ServicePolicy::kind))
                .toList();
    }

    private static ServicePolicy policy(ResultSet row) throws SQLException {
        int days = row.getInt(3);
        Integer grace = row.wasNull() ? null : days;
        return new ServicePolicy(ServiceKind.valueOf(row.getString(1)), row.getLong(2), grace);
    }
}

package io.roster.audit;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * What Liberty's batch runtime remembers of jobs, in tables of its own: half a dozen rows for each start of a job, for ever.
 * Neither Jakarta Batch nor Liberty's programming interfaces have a way to remove them, and the management of batch over
 * HTTP, which has one, is not part of this server. For the server's own job: no page and no request gets here.
 *
 * @see <a href="https://www.ibm.com/support/pages/node/6355631">Job Purge Processing</a>
 */
@Stateless
@PermitAll
public class JobHistory {

    // jakarta.batch.runtime.BatchStatus: STOPPED, FAILED, COMPLETED, ABANDONED. By id, which grows, the oldest come
    // first.
    private static final String ENDED = """
            select jobinstanceid from wlpjobinstance
            where batchstatus in (3, 4, 5, 6) and coalesce(updatetime, createtime) < ?
            order by jobinstanceid fetch first ? rows only""";

    private static final String EXECUTIONS = "select jobexecid from wlpjobexecution where fk_jobinstanceid in ";

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    /**
     * Removes jobs that ended, the oldest first, in one transaction. Who goes on is left alone, however old.
     *
     * @param before only those that ended before it
     * @param most how many at most
     * @return how many there were; 0 where the runtime keeps its jobs elsewhere
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int remove(Instant before, int most) {
        try (Connection connection = dataSource.getConnection()) {
            if (!isHere(connection)) {
                return 0;
            }
            List<Long> jobs = Sql.of(ENDED, Timestamp.from(before), most).list(dataSource, row -> row.getLong(1));
            if (!jobs.isEmpty()) {
                remove(connection, jobs);
            }
            return jobs.size();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private void remove(Connection connection, List<Long> jobs) throws SQLException {
        List<Long> executions = new Sql(EXECUTIONS + Sql.places(jobs.size()), List.copyOf(jobs))
                .list(dataSource, row -> row.getLong(1));
        delete(connection, "wlpstepthreadinstance", "fk_jobinstanceid", jobs);
        delete(connection, "wlpremotablepartition", "fk_jobexecutionid", executions);
        delete(connection, "wlpstepthreadexecution", "fk_jobexecid", executions);
        delete(connection, "wlpjobparameter", "fk_jobexecid", executions);
        delete(connection, "wlpgroupassociation", "fk_jobinstanceid", jobs);
        delete(connection, "wlpjobexecution", "fk_jobinstanceid", jobs);
        delete(connection, "wlpjobinstance", "jobinstanceid", jobs);
    }

    private static void delete(Connection connection, String table, String column, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        String statement = "delete from " + table + " where " + column + " in " + Sql.places(ids.size());
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < ids.size(); i++) {
                prepared.setLong(i + 1, ids.get(i));
            }
            prepared.executeUpdate();
        }
    }

    private static boolean isHere(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase("wlpjobinstance")) {
                    return true;
                }
            }
            return false;
        }
    }
}

package io.roster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** On tables as Liberty 26 makes them, with the columns that matter. */
@OnEachDatabase
class JobHistoryTest {

    private static final Instant BEFORE = Instant.parse("2026-05-01T00:00:00Z");

    private static final List<String> TABLES = List.of(
            "wlpjobinstance (jobinstanceid bigint not null primary key, batchstatus integer not null,"
                    + " createtime timestamp not null, updatetime timestamp)",
            "wlpjobexecution (jobexecid bigint not null primary key, fk_jobinstanceid bigint not null"
                    + " references wlpjobinstance (jobinstanceid))",
            "wlpgroupassociation (fk_jobinstanceid bigint references wlpjobinstance (jobinstanceid))",
            "wlpjobparameter (fk_jobexecid bigint references wlpjobexecution (jobexecid))",
            "wlpstepthreadexecution (stepexecid bigint not null primary key, fk_jobexecid bigint not null"
                    + " references wlpjobexecution (jobexecid), fk_toplvl_stepexecid bigint"
                    + " references wlpstepthreadexecution (stepexecid))",
            "wlpremotablepartition (fk_jobexecutionid bigint not null references wlpjobexecution (jobexecid),"
                    + " fk_stepexecutionid bigint references wlpstepthreadexecution (stepexecid))",
            "wlpstepthreadinstance (fk_jobinstanceid bigint not null references wlpjobinstance (jobinstanceid),"
                    + " fk_latest_stepexecid bigint not null references wlpstepthreadexecution (stepexecid))");

    @Parameter
    TestDatabase database;

    private boolean made;

    @AfterEach
    void dropTables() throws SQLException {
        if (made) {
            for (int i = TABLES.size() - 1; i >= 0; i--) {
                execute("drop table " + TABLES.get(i).substring(0, TABLES.get(i).indexOf(' ')));
            }
        }
    }

    private void makeTables() throws SQLException {
        made = true;
        for (String table : TABLES) {
            execute("create table " + table);
        }
    }

    @Test
    void removesWhatEndedLongAgoAndLeavesTheRest() throws SQLException {
        makeTables();
        job(1, 5, BEFORE.minusSeconds(9), BEFORE.minusSeconds(8));
        job(2, 1, BEFORE.minusSeconds(9), BEFORE.minusSeconds(8));
        job(3, 4, BEFORE.minusSeconds(9), BEFORE.plusSeconds(1));
        job(4, 4, BEFORE.minusSeconds(9), null);
        job(5, 5, BEFORE.minusSeconds(9), BEFORE.minusSeconds(1));
        assertThat(remove(2)).isEqualTo(2);
        assertThat(jobs()).containsExactly(2L, 3L, 5L);
        assertThat(remove(2)).isEqualTo(1);
        assertThat(remove(2)).isZero();
        assertThat(jobs()).containsExactly(2L, 3L);
        for (String table : List.of("wlpjobexecution", "wlpjobparameter", "wlpstepthreadinstance")) {
            assertThat(count(table)).as(table).isEqualTo(2);
        }
        assertThat(count("wlpstepthreadexecution")).isEqualTo(4);
    }

    @Test
    void aRepositoryThatIsElsewhereIsNoError() {
        assertThat(remove(2)).isZero();
    }

    private void job(int id, int status, Instant created, Instant updated) throws SQLException {
        execute("insert into wlpjobinstance values (" + id + ", " + status + ", " + time(created) + ", "
                + (updated == null ? "null" : time(updated)) + ")");
        execute("insert into wlpjobexecution values (" + id + ", " + id + ")");
        execute("insert into wlpgroupassociation values (" + id + ")");
        execute("insert into wlpjobparameter values (" + id + ")");
        execute("insert into wlpstepthreadexecution values (" + id + ", " + id + ", null)");
        execute("insert into wlpstepthreadexecution values (" + (id + 100) + ", " + id + ", " + id + ")");
        execute("insert into wlpremotablepartition values (" + id + ", " + (id + 100) + ")");
        execute("insert into wlpstepthreadinstance values (" + id + ", " + id + ")");
    }

    private static String time(Instant instant) {
        return "cast('" + Timestamp.from(instant) + "' as timestamp)";
    }

    private int remove(int most) {
        return database.call(JobHistory.class, history -> history.remove(BEFORE, most));
    }

    private List<Long> jobs() {
        return Sql.of("select jobinstanceid from wlpjobinstance order by jobinstanceid")
                .list(database.dataSource(), row -> row.getLong(1));
    }

    private long count(String table) {
        return Sql.of("select count(*) from " + table)
                .list(database.dataSource(), row -> row.getLong(1))
                .get(0);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

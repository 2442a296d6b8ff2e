package io.roster.system.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.api.OktaApi;
import io.roster.okta.simulator.org.Mapping;
import io.roster.system.RunningRoster;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import io.roster.system.Wait;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * An import whose server is killed in each of its steps: as it reads Okta, after an answer that it never heard; as it
 * matches, within the transaction of a page; as it applies, within the transaction of a person. It goes on where it was, and
 * everybody is there once.
 */
class ImportKillIT {

    private static final String DATABASE = "interrupted";
    private static final String USERS = "/api/v1/apps/0oa1simulatedApp0h7/users";
    private static final int PEOPLE = 700;
    private static final int BEFORE_THE_KILL = 350;
    private static final int GROUPS = 3;

    private Tables tables;

    @Test
    void aRunGoesOnWhereItsServerWasKilled() throws Exception {
        SharedRoster.postgres().createDatabase(DATABASE);
        tables = Tables.of(DATABASE);
        try (RunningRoster roster = SharedRoster.onPostgres("postgresql-" + DATABASE, DATABASE)
                        .start();
                OktaOrg org =
                        OktaOrg.at(URI.create("http://localhost:1/scim/v2")).open();
                OktaApi okta = OktaApi.of(org).unlimited().start(0)) {
            org.hire(PEOPLE);
            org.found(GROUPS);
            okta.appGroups().assign(org.groups(Mapping.PUSHED));
            AtomicInteger firstPages = killAfterTheSecondPage(okta, roster);
            SyncbackConsole.of(roster).connect(okta);
            ImportConsole console = ImportConsole.of(roster);
            console.matchByAddress();

            console.start();
            Wait.until(ImportConsole.PATIENCE, () -> !roster.isRunning());
            assertThat(run()).containsEntry("step", "FETCH").containsEntry("users_fetched", 500L);

            try (Connection held = tables.holding("select page from import_page where kind = 'USERS' and page = 0")) {
                killWhileItWaits(roster, held, "update import_page");
            }
            assertThat(run()).containsEntry("step", "MATCH").containsEntry("users_matched", 0L);

            try (Connection held = taken(org.people().get(BEFORE_THE_KILL).userName())) {
                killWhileItWaits(roster, held, "into person ");
            }
            assertThat(run()).containsEntry("step", "APPLY").containsEntry("state", "RUNNING");
            assertThat(count("person")).isBetween(1L, PEOPLE - 1L);

            roster.start();
            Wait.until(ImportConsole.PATIENCE, () -> !run().get("state").equals("RUNNING"));
            assertThat(run())
                    .containsEntry("state", "DONE")
                    .containsEntry("detail", null)
                    .containsEntry("users_fetched", (long) PEOPLE);
            assertThat(firstPages).hasValue(1);
            assertThat(count("import_page")).isZero();
            assertThat(count("person")).isEqualTo(PEOPLE);
            assertThat(count("(select distinct external_id from person where active = true) as linked"))
                    .isEqualTo(PEOPLE);
            assertThat(count("audit_event where action = 'CREATED' and resource_type = 'User'"))
                    .isEqualTo(PEOPLE);
            assertThat(count("directory_group")).isEqualTo(GROUPS);
            assertThat(roster.log()).doesNotContain(okta.token());
        }
    }

    /** {@return how often the first page was read} */
    private static AtomicInteger killAfterTheSecondPage(OktaApi okta, RunningRoster roster) {
        AtomicInteger firstPages = new AtomicInteger();
        AtomicBoolean killed = new AtomicBoolean();
        okta.hooks().before(request -> {
            if (request.path().equals(USERS) && request.query().get("after").isEmpty()) {
                firstPages.incrementAndGet();
            }
        });
        okta.hooks().after((request, answer) -> {
            if (request.path().equals(USERS)
                    && request.query().get("after").isPresent()
                    && killed.compareAndSet(false, true)) {
                roster.kill();
            }
        });
        return firstPages;
    }

    /** A transaction that has just given a userName to somebody else, and is never committed. */
    private Connection taken(String userName) throws SQLException {
        Connection connection = tables.holding("select page from import_page where page < 0");
        String person = "insert into person (id, version, document, user_name_key, user_name, full_name, full_name_key,"
                + " active, source, created_at, modified_at) values ('other', 1, '{}', ?, ?, 'x', 'x', true, 'CONSOLE', 0, 0)";
        try (var statement = connection.prepareStatement(person)) {
            statement.setString(1, userName.toLowerCase(java.util.Locale.ROOT));
            statement.setString(2, userName);
            statement.execute();
        }
        return connection;
    }

    private void killWhileItWaits(RunningRoster roster, Connection held, String statement) throws SQLException {
        roster.start();
        Wait.until(ImportConsole.PATIENCE, () -> waits(statement));
        roster.kill();
        held.rollback();
        Wait.until(ImportConsole.PATIENCE, () -> !waits(statement));
    }

    private boolean waits(String statement) {
        return !tables.rows(
                        "select pid from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query ilike ?",
                        "%" + statement + "%")
                .isEmpty();
    }

    private Map<String, Object> run() {
        return tables.rows("select state, step, detail, users_fetched, users_matched from import_run")
                .get(0);
    }

    private long count(String what) {
        return (Long) tables.rows("select count(*) as n from " + what).get(0).get("n");
    }
}

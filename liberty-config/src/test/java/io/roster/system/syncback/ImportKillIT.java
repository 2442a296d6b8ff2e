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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * An import whose server is killed while it reads Okta: after Okta has answered the second page, of which the server never
 * heard. It goes on with that page, and everybody is there once.
 */
class ImportKillIT {

    private static final String DATABASE = "interrupted";
    private static final String USERS = "/api/v1/apps/0oa1simulatedApp0h7/users";
    private static final int PEOPLE = 700;
    private static final int GROUPS = 3;

    private static final String RUN = """
            insert into import_run (id, kind, cause, dry_run, app_id, server, started_at, beat_at, state, step,
              stop_requested, users_fetched, groups_fetched, members_fetched, users_matched, groups_matched, to_apply,
              applied, refused)
            values ('run', 'FULL', 'TIMER', false, '0oa1simulatedApp0h7', 'gone', 1, 1, 'RUNNING', 'FETCH',
              false, 0, 0, 0, 0, 0, 0, 0, 0)""";

    @Test
    void aRunGoesOnAtThePageWhereItsServerWasKilled() throws Exception {
        SharedRoster.postgres().createDatabase(DATABASE);
        try (RunningRoster roster = SharedRoster.onPostgres("postgresql-" + DATABASE, DATABASE)
                        .start();
                OktaOrg org =
                        OktaOrg.at(URI.create("http://localhost:1/scim/v2")).open();
                OktaApi okta = OktaApi.of(org).unlimited().start(0)) {
            org.hire(PEOPLE);
            org.found(GROUPS);
            okta.appGroups().assign(org.groups(Mapping.PUSHED));
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
            SyncbackConsole.of(roster).connect(okta);
            Tables tables = Tables.of(DATABASE);
            abandonedRun(tables);
            Wait.until(Duration.ofMinutes(1), () -> !roster.isRunning());
            assertThat(run(tables)).containsEntry("users_fetched", 500L);

            roster.start();
            Wait.until(Duration.ofMinutes(3), () -> !run(tables).get("state").equals("RUNNING"));

            assertThat(run(tables))
                    .containsEntry("state", "DONE")
                    .containsEntry("detail", null)
                    .containsEntry("users_fetched", (long) PEOPLE);
            assertThat(firstPages).hasValue(1);
            assertThat(count(tables, "import_page")).isZero();
            assertThat(count(tables, "person")).isEqualTo(PEOPLE);
            assertThat(count(tables, "(select distinct external_id from person where active = true) as linked"))
                    .isEqualTo(PEOPLE);
            assertThat(count(tables, "directory_group")).isEqualTo(GROUPS);
            assertThat(roster.log()).doesNotContain(okta.token());
        }
    }

    // As a server leaves it behind that is killed before it has read anything.
    private static void abandonedRun(Tables tables) {
        tables.change("update import_settings set app_id = '0oa1simulatedApp0h7', confirm_new = true");
        tables.change(RUN);
        tables.change("update import_lease set run_id = 'run', holder = 'gone', lease_until = 1");
    }

    private static Map<String, Object> run(Tables tables) {
        return tables.rows("select state, detail, users_fetched from import_run")
                .get(0);
    }

    private static long count(Tables tables, String what) {
        return (Long) tables.rows("select count(*) as n from " + what).get(0).get("n");
    }
}

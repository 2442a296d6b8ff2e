package io.roster.system.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.system.Names;
import io.roster.system.ScimClient;
import io.roster.system.SharedRoster;
import io.roster.system.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An attribute that another server on the same database defines and deletes: by a row, as that server does it. */
class OtherServersSchemasIT {
    private static final String URN = "urn:roster:scim:schemas:extension:custom:2.0:User";
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Tables tables = Tables.ofShared();
    private final ScimClient okta = SharedRoster.POSTGRESQL.client();

    @Test
    void isInUseHereASecondLater() throws InterruptedException {
        String name = Names.unique("site").replace('.', '-');
        int before = status(name);
        assertThat(before).isEqualTo(400);
        String id = UUID.randomUUID().toString();
        tables.change(
                "insert into own_attribute (id, version, resource_type, name, name_key, type, multi_valued, required,"
                        + " case_exact, canonical_values, description, created_at, created_by, modified_at, modified_by)"
                        + " values (?, 1, 'User', ?, ?, 'STRING', false, false, false, '[]', '', 0, 'test', 0, 'test')",
                id,
                name,
                name);
        tables.change("update schema_version set version = version + 1");
        until(200, name);
        tables.change("delete from own_attribute where id = ?", id);
        tables.change("update schema_version set version = version + 1");
        until(400, name);
    }

    private void until(int wanted, String name) throws InterruptedException {
        Instant since = Instant.now();
        while (status(name) != wanted) {
            assertThat(Duration.between(since, Instant.now())).isLessThan(LATE);
            Thread.sleep(100);
        }
    }

    /** Of a filter on the attribute: 400 while the server does not know it. */
    private int status(String name) {
        return okta.filter("/Users", URN + ":" + name + " eq \"x\"").status();
    }
}

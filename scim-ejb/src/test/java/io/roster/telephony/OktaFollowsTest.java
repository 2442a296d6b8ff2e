package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.Sql;
import io.roster.persistence.TestDatabase;
import io.roster.user.PersonLifecycle;
import io.roster.user.PersonLifecycle.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEachDatabase
class OktaFollowsTest {

    @Parameter
    TestDatabase database;

    @ParameterizedTest
    @CsvSource({
        // what came of the number at last, what happens to the person, who is in the outbox then
        "SKIPPED, REACTIVATED, 1",
        "WRITTEN, REACTIVATED, 0",
        "REFUSED, REACTIVATED, 0",
        "SKIPPED, DEACTIVATED, 0",
        "SKIPPED, CREATED, 0"
    })
    void writesWhatADeactivatedUserCouldNotBeGiven(String state, Kind kind, long rows) {
        field(state);
        happens(kind, "00u1");
        assertThat(outbox()).isEqualTo(rows);
    }

    @Test
    void clearsWhatCouldNotBeClearedElsewhere() {
        run("insert into outbox_former (person_id, field, attribute, value) values ('p', 'NUMBER', 'old', '+491')");
        happens(Kind.REACTIVATED, "00u1");
        assertThat(outbox()).isEqualTo(1);
    }

    @Test
    void whomOktaDoesNotKnowIsLeftOut() {
        field("SKIPPED");
        happens(Kind.REACTIVATED, null);
        assertThat(outbox()).isZero();
    }

    private void field(String state) {
        run("insert into outbox_field (person_id, field, state, checked_at) values ('p', 'NUMBER', '" + state
                + "', 1)");
    }

    private void happens(Kind kind, String externalId) {
        database.run(entities -> database.boundary(OktaFollows.class, entities)
                .reactivated(new PersonLifecycle(kind, null, null, "p", externalId)));
    }

    private void run(String statement) {
        database.run(entities -> entities.createNativeQuery(statement).executeUpdate());
    }

    private long outbox() {
        return Sql.of("select count(*) from outbox where person_id = 'p' and okta_id = '00u1'")
                .list(database.dataSource(), row -> row.getLong(1))
                .get(0);
    }
}

package io.roster.telephony;

import io.roster.outbox.Changed;
import io.roster.outbox.Outbox;
import io.roster.persistence.Sql;
import io.roster.user.PersonLifecycle;
import io.roster.user.PersonLifecycle.Kind;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;

/** What could not be written while a user was deactivated in Okta is written when the person comes back. */
@Dependent
public class OktaFollows {

    @Inject
    private Outbox outbox;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    void reactivated(@Observes PersonLifecycle event) {
        if (event.kind() == Kind.REACTIVATED && event.externalId() != null && isSkipped(event.personId())) {
            outbox.changed(List.of(new Changed(event.personId(), event.externalId())));
        }
    }

    private boolean isSkipped(String personId) {
        return !Sql.of(
                        "select person_id from outbox_field where person_id = ? and state = 'SKIPPED'"
                                + " union select person_id from outbox_former where person_id = ?",
                        personId,
                        personId)
                .list(dataSource, row -> true)
                .isEmpty();
    }
}

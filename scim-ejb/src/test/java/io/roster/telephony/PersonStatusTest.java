package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import io.roster.telephony.ServicesRefused.Reason;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who is deactivated in the console, and what Okta hears of it. */
@OnEachDatabase
class PersonStatusTest {

    @Parameter
    TestDatabase database;

    private ServicedOrg org;
    private String ada;

    @BeforeEach
    void adaIsOktas() {
        org = new ServicedOrg(database);
        ada = org.person("ada");
    }

    @Test
    void whomOktaOwnsOktaDeactivates() {
        assertThatThrownBy(() -> change(false))
                .isInstanceOfSatisfying(ServicesRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.OKTA_DECIDES));
        assertThat(actions()).containsExactly("CREATED");
    }

    @Test
    void aLocalPersonIsDeactivatedAndReactivated() {
        org.change("update person set source = 'CONSOLE' where id = ?", ada);
        change(false);
        change(false);
        change(true);
        assertThat(actions()).containsExactly("CREATED", "DEACTIVATED", "REACTIVATED");
        assertThat(org.texts("select actor_name from audit_event where action = 'DEACTIVATED'"))
                .containsExactly("erika");
    }

    @Test
    void whereOktaFollowsItHearsOfIt() {
        org.change("update syncback_setting set enabled = true, when_deactivated = 'SUSPEND', unsuspends = true");
        change(false);
        assertThat(org.texts("select lifecycle from outbox")).containsExactly("SUSPEND");
        change(true);
        assertThat(org.texts("select lifecycle from outbox")).containsExactly("REACTIVATE");
    }

    @Test
    void whatOktaPushesIsNotSentBack() {
        org.change("update syncback_setting set enabled = true, when_deactivated = 'SUSPEND', unsuspends = true");
        org.activate(ada, false);
        org.activate(ada, true);
        assertThat(org.texts("select person_id from outbox")).isEmpty();
    }

    @Test
    void whoIsNotThereIsSaid() {
        org.delete(ada);
        assertThatThrownBy(() -> change(false))
                .isInstanceOfSatisfying(ServicesRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.GONE));
    }

    private void change(boolean active) {
        org.call(PersonStatus.class, status -> {
            status.change(ada, active);
            return null;
        });
    }

    private List<String> actions() {
        return org.texts("select action from audit_event where resource_id = ? order by id", ada);
    }
}

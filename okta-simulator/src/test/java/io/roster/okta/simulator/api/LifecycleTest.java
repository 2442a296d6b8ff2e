package io.roster.okta.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.simulator.org.Assignment;
import io.roster.okta.simulator.org.UserStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation from every status. */
class LifecycleTest {
    private final TestOkta okta = new TestOkta(1);

    @AfterEach
    void stop() {
        okta.close();
    }

    /** Where each operation leads from each status, or the code with which it is refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STAGED           | activate         | ACTIVE",
                "DEPROVISIONED    | activate         | PROVISIONED",
                "ACTIVE           | activate         | E0000016",
                "SUSPENDED        | activate         | E0000038",
                "PROVISIONED      | reactivate       | PROVISIONED",
                "RECOVERY         | reactivate       | PROVISIONED",
                "ACTIVE           | reactivate       | E0000038",
                "ACTIVE           | deactivate       | DEPROVISIONED",
                "SUSPENDED        | deactivate       | DEPROVISIONED",
                "STAGED           | deactivate       | DEPROVISIONED",
                "DEPROVISIONED    | deactivate       | E0000038",
                "ACTIVE           | suspend          | SUSPENDED",
                "PROVISIONED      | suspend          | E0000001",
                "SUSPENDED        | suspend          | E0000001",
                "SUSPENDED        | unsuspend        | ACTIVE",
                "ACTIVE           | unsuspend        | E0000001",
                "LOCKED_OUT       | unlock           | ACTIVE",
                "ACTIVE           | unlock           | E0000032",
                "ACTIVE           | expire_password  | PASSWORD_EXPIRED",
                "SUSPENDED        | expire_password  | E0000038",
                "ACTIVE           | reset_password   | RECOVERY",
                "PASSWORD_EXPIRED | reset_password   | RECOVERY",
                "DEPROVISIONED    | reset_password   | E0000038",
                "ACTIVE           | nonsense         | E0000008",
            })
    void leadsFromStatusToStatus(UserStatus from, String operation, String result) {
        String id = okta.person(0).oktaId();
        okta.org.state().directory().change(id, account -> Lifecycle.to(account, from, 1));
        Answered answer = okta.post(okta.user(0) + "/lifecycle/" + operation, "");
        String after = okta.get(okta.user(0)).json().getString("status");
        if (result.startsWith("E")) {
            assertThat(answer.errorCode()).isEqualTo(result);
            assertThat(after).isEqualTo(from.name());
        } else {
            assertThat(answer.json()).isEmpty();
            assertThat(after).isEqualTo(result);
            assertThat(okta.api.writes().of(id)).hasSize(1);
        }
    }

    @Test
    void theAppHearsOfADeactivationAndNothingOfASuspension() {
        okta.post(okta.user(0) + "/lifecycle/suspend", "");
        assertThat(okta.person(0).assignment()).isEqualTo(Assignment.ASSIGNED);
        okta.post(okta.user(0) + "/lifecycle/deactivate", "");
        assertThat(okta.person(0).assignment()).isEqualTo(Assignment.DEACTIVATED);
        assertThat(okta.post(okta.user(0), "{\"profile\":{\"title\":\"x\"}}").errorCode())
                .isEqualTo("E0000038");
        Answered link = okta.post(okta.user(0) + "/lifecycle/activate?sendEmail=false", "");
        assertThat(link.json().getString("activationUrl")).startsWith(okta.api.base() + "/welcome/");
        assertThat(okta.person(0).assignment()).isEqualTo(Assignment.ASSIGNED);
    }

    @Test
    void whoIsDeactivatedInTheOrgIsDeprovisionedInOktaAndComesBack() {
        okta.org.want(okta.person(0).with(Assignment.DEACTIVATED));
        assertThat(okta.get(okta.user(0)).json().getString("status")).isEqualTo("DEPROVISIONED");
        okta.org.want(okta.person(0).with(Assignment.ASSIGNED));
        assertThat(okta.get(okta.user(0)).json().getString("status")).isEqualTo("ACTIVE");
    }
}

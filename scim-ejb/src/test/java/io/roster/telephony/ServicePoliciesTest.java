package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.persistence.OnEachDatabase;
import io.roster.persistence.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEachDatabase
class ServicePoliciesTest {

    @Parameter
    TestDatabase database;

    private ServicedOrg org;

    @BeforeEach
    void open() {
        org = new ServicedOrg(database);
    }

    @Test
    void everythingIsKeptUntilSomebodyDecidesOtherwise() {
        assertThat(list()).extracting(ServicePolicy::kind).containsExactly(ServiceKind.values());
        assertThat(list()).allMatch(ServicePolicy::keeps);
    }

    @Test
    void aPolicyIsStoredWithAnEventAndTheSameAgainIsNone() {
        org.policy(ServiceKind.LICENSE, 14);
        org.policy(ServiceKind.LICENSE, 14);
        org.policy(ServiceKind.LICENSE, null);
        assertThat(list()).allMatch(ServicePolicy::keeps);
        assertThat(org.texts("select changes from audit_event where resource_type = 'ServicePolicy' order by id"))
                .containsExactly(
                        "[{\"attribute\":\"graceDays\",\"after\":14}]",
                        "[{\"attribute\":\"graceDays\",\"before\":14}]");
    }

    @Test
    void whoSawAnOlderPolicyIsToldAndChangesNothing() {
        List<ServicePolicy> seen = list();
        org.policy(ServiceKind.EXTENSION, 7);
        refused(ServicesRefused.Reason.POLICY_CHANGED, List.of(of(seen.get(0), 3), of(seen.get(1), 5)));
        assertThat(list()).extracting(ServicePolicy::graceDays).containsExactly(null, 7, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3651})
    void daysOfGraceHaveTheirLimits(int days) {
        refused(ServicesRefused.Reason.GRACE, List.of(of(list().get(0), days)));
    }

    private static ServicePolicy of(ServicePolicy seen, int days) {
        return new ServicePolicy(seen.kind(), seen.version(), days);
    }

    private void refused(ServicesRefused.Reason reason, List<ServicePolicy> wanted) {
        assertThatThrownBy(() -> org.call(ServicePolicies.class, policies -> {
                    policies.change(wanted);
                    return null;
                }))
                .isInstanceOfSatisfying(ServicesRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private List<ServicePolicy> list() {
        return org.call(ServicePolicies.class, ServicePolicies::list);
    }
}

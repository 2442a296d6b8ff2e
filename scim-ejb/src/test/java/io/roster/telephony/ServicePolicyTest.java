package io.roster.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicePolicyTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, true, false, -, -",
                "0, false, true, 2026-03-28T12:00:00Z, 2026-05-01T00:00:00Z",
                "1, false, false, 2026-03-29T12:00:00Z, 2026-04-30T00:00:00Z",
                "30, false, false, 2026-04-27T12:00:00Z, 2026-04-01T00:00:00Z",
                "3650, false, false, 2036-03-25T12:00:00Z, 2016-05-03T00:00:00Z",
            })
    void saysWhenTheGraceEnds(Integer days, boolean keeps, boolean atOnce, Instant due, Instant leftBy) {
        ServicePolicy policy = new ServicePolicy(ServiceKind.NUMBER, 1, days);
        assertThat(policy.keeps()).isEqualTo(keeps);
        assertThat(policy.freesAtOnce()).isEqualTo(atOnce);
        assertThat(policy.dueAt(Instant.parse("2026-03-28T12:00:00Z")).orElse(null))
                .isEqualTo(due);
        assertThat(policy.dueWhenLeftBy(Instant.parse("2026-05-01T00:00:00Z")).orElse(null))
                .isEqualTo(leftBy);
    }
}

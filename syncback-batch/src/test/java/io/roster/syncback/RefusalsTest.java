package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.outbox.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "400, E0000001, VALIDATION, true",
        "403, E0000006, FORBIDDEN, true",
        "404, E0000007, NOT_FOUND, true",
        "401, E0000011, UNAUTHORIZED, false",
        "403, E0000023, MASTERED, true",
        "400, E0000031, SEARCH, true",
        "403, E0000038, STATUS, true",
        "429, E0000047, RATE_LIMITED, false",
        "403, E0000075, MAPPED, true",
        "405, E0000076, MASTERED, true",
        "403, E0000077, READ_ONLY, true",
        "403, E0000078, IMMUTABLE, true",
        "409, E0000112, ACTIVATING, false",
        "412, '', CONFLICT, false",
        "409, '', CONFLICT, false",
        "429, '', RATE_LIMITED, false",
        "400, invalid_client, UNAUTHORIZED, false",
        "400, invalid_dpop_proof, UNAUTHORIZED, false",
        "401, '', UNAUTHORIZED, false",
        "418, '', REFUSED, true",
        "400, E0000999, REFUSED, true",
        "408, '', UNANSWERED, false",
        "500, E0000009, UNAVAILABLE, false",
        "503, '', UNAVAILABLE, false",
        "0, '', UNANSWERED, false",
        "200, '', UNREADABLE, false",
        "302, '', UNREADABLE, false"
    })
    void sayWhatTheyMeanAndWhetherTheyLast(int status, String code, Reason reason, boolean permanent) {
        assertThat(Refusals.reason(status, code)).isEqualTo(reason);
        assertThat(reason.isPermanent()).isEqualTo(permanent);
    }
}

package io.roster.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.access.TokenOwner;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRowTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        ", , , valid",
        ", 2026-03-15T08:00:01Z, , valid",
        ", 2026-03-15T08:00:00Z, , soon",
        ", 2026-03-01T08:00:01Z, , soon",
        ", 2026-03-01T08:00:00Z, , expired",
        "2026-02-01T08:00:00Z, , , revoked",
        "2026-02-01T08:00:00Z, 2026-02-02T08:00:00Z, , revoked",
        ", , active, valid",
        ", 2026-03-15T08:00:00Z, active, soon",
        ", , deactivated, refused",
        ", 2026-03-15T08:00:00Z, deactivated, refused",
        ", 2026-03-01T08:00:00Z, deactivated, expired",
        "2026-02-01T08:00:00Z, , deactivated, revoked",
        ", , deleted, refused",
    })
    void tellsTheState(Instant revoked, Instant expires, String person, String state) {
        TokenOwner owner = person == null
                ? null
                : new TokenOwner("1", person.equals("deleted") ? null : "ada", person.equals("active"));
        assertThat(TokenRow.state(revoked, expires, owner, NOW)).isEqualTo(state);
    }
}

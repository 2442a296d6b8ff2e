package io.roster.okta.simulator.scim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingsTest {

    @Test
    void countsByKind() {
        Timings timings = new Timings();
        for (int i = 1; i <= 200; i++) {
            timings.add("create user", i * 1_000_000L);
        }
        timings.add("read user", 5_000_000L);
        assertThat(timings.lines())
                .containsExactly(
                        new Timings.Line("create user", 200, 100, 198, 200, 20100),
                        new Timings.Line("read user", 1, 5, 5, 5, 5));
        assertThat(timings.toString().lines())
                .anyMatch(line -> line.matches("create user +200 +100.0 +198.0 +200.0 +20100.0"))
                .anyMatch(line -> line.matches("all +201 +20105.0"));
    }
}

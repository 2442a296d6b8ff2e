package io.roster.console.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueAddressTest {

    @Test
    void whatIsTypedReadsAsSomething() {
        assertThat(QueueAddress.parse(" ada ", "parked", "3")).hasToString("sync-back?q=ada&state=parked&page=3");
        assertThat(QueueAddress.parse("", "open", "-1")).hasToString("sync-back");
        assertThat(QueueAddress.parse(null, "nonsense", "x")).hasToString("sync-back");
        assertThat(QueueAddress.parse("a&b", null, null)).hasToString("sync-back?q=a%26b");
    }

    @Test
    void anActionGoesOnWhereItBegan() {
        assertThat(QueueAddress.parse("ada", "held", "2").outcome())
                .isEqualTo("sync-back?faces-redirect=true&q=ada&state=held&page=2");
        assertThat(QueueAddress.parse("a&b", null, null).outcome()).isEqualTo("sync-back?faces-redirect=true");
    }
}

package io.roster.syncback.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtOnceTest {

    private static final long SECOND = 1_000_000_000;

    private final AtOnce atOnce = new AtOnce(10);

    @Test
    void letsAllGoUntilOktaSaysThatTheyAreTooMany() {
        assertThat(fill(0)).isEqualTo(10);
        assertThat(atOnce.fewest()).isZero();
        refuse(10, SECOND);
        assertThat(fill(SECOND)).isEqualTo(5);
        assertThat(atOnce.refusals()).isEqualTo(10);
        assertThat(atOnce.fewest()).isEqualTo(5);
    }

    @Test
    void comesDownToOneAndNoFurther() {
        for (int i = 1; i < 8; i++) {
            refuse(fill(i * 2 * SECOND), i * 2 * SECOND);
        }
        assertThat(fill(20 * SECOND)).isEqualTo(1);
    }

    @Test
    void growsByOneAfterEachWhileUpToAll() {
        refuse(fill(0), 0);
        for (int i = 0; i < 9; i++) {
            int room = fill(i * AtOnce.RECOVERY + SECOND);
            assertThat(room).isEqualTo(Math.min(10, 5 + i));
            end(room);
        }
        assertThat(atOnce.fewest()).isEqualTo(5);
    }

    @Test
    void halvesWhatWasUnderWayAndNotWhatWasAllowed() {
        IntStream.range(0, 4).forEach(i -> atOnce.began());
        refuse(1, 0);
        end(3);
        assertThat(fill(SECOND)).isEqualTo(2);
    }

    private int fill(long now) {
        int began = 0;
        while (atOnce.hasRoom(now)) {
            atOnce.began();
            began++;
        }
        return began;
    }

    private void refuse(int calls, long now) {
        for (int i = 0; i < calls; i++) {
            atOnce.ended();
            atOnce.refused(now);
        }
    }

    private void end(int calls) {
        IntStream.range(0, calls).forEach(i -> atOnce.ended());
    }
}

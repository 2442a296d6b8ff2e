package io.roster.syncback.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.syncback.okta.RateLimit;
import io.roster.syncback.rate.RateBudgets.Use;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs against an Okta in virtual time, with workers that read and write a user each. */
class RateBudgetsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long EPOCH = Instant.parse("2026-05-01T10:00:00.700Z").toEpochMilli();

    @ParameterizedTest
    @CsvSource({
        // limit, share, buckets, answer in ms, people, calls a minute that the share allows in one bucket
        "600, 50, 2, 50, 1000, 300",
        "600, 50, 2, 900, 1000, 300",
        "600, 100, 2, 50, 1500, 600",
        "600, 10, 2, 50, 200, 60",
        "100, 25, 2, 50, 250, 25",
        "600, 50, 1, 50, 500, 150",
        "600, 100, 1, 50, 900, 300"
    })
    void usesItsShareAndNoMore(int limit, int share, int buckets, int answerMillis, int people, int peopleAMinute) {
        var okta = new SimulatedOkta(limit, buckets);
        long took = okta.run(new RateBudgets(share, 10), people, 10, answerMillis * SECOND / 1000);
        double minutes = took / 60.0 / SECOND;
        assertThat(okta.refused).isZero();
        assertThat(people / minutes / peopleAMinute).isBetween(0.95, 1.015);
    }

    @Test
    void goesAsFastAsOktaAnswersWhereThereIsNoLimit() {
        var okta = new SimulatedOkta(0, 2);
        long took = okta.run(new RateBudgets(50, 10), 1000, 10, SECOND / 10);
        // two calls of 100 ms each for 1,000 people by ten at once
        assertThat((double) took / SECOND).isBetween(20.0, 20.5);
    }

    @Test
    void comesDownToWhatOktaBearsAtOnceAndTriesMoreNowAndThen() {
        var okta = new SimulatedOkta(0, 2);
        okta.bears = 6;
        var budgets = new RateBudgets(100, 30);
        long took = okta.run(budgets, 3000, 30, SECOND / 5);
        // 3,000 people take two calls of 0.2 s each: 200 s by six at once
        assertThat(took / SECOND).isBetween(200L, 300L);
        assertThat(budgets.fewestAtOnce()).isBetween(2, 6);
        assertThat(budgets.crowded()).isEqualTo(okta.crowded).isLessThan(80);
        assertThat(budgets.limitedCalls()).isEqualTo(budgets.crowded());
        assertThat(budgets.calls()).isEqualTo(6000 + budgets.crowded());
    }

    @Test
    void theFirstCallGoesAlone() {
        var budgets = new RateBudgets(50, 10);
        assertThat(budgets.take(Use.READ, 0)).isZero();
        assertThat(budgets.take(Use.READ, 1)).isPositive();
        budgets.answered(Use.READ, SECOND, Optional.of(limit(600, 599)));
        assertThat(budgets.take(Use.READ, SECOND)).isZero();
        assertThat(budgets.take(Use.READ, SECOND))
                .isCloseTo(SECOND / 5, org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void leavesTheRestToOthersWhenTheyUsedNearlyAll() {
        var budgets = new RateBudgets(50, 10);
        budgets.take(Use.READ, 0);
        budgets.answered(Use.READ, 0, Optional.of(limit(600, 3)));
        // the window of limit() ends 30 s after the answer, and a second is added
        assertThat(budgets.take(Use.READ, 10 * SECOND)).isEqualTo(21 * SECOND);
        assertThat(budgets.take(Use.READ, 31 * SECOND)).isZero();
    }

    @Test
    void waitsForTheResetThatOktaNamesByItsOwnClock() {
        var budgets = new RateBudgets(50, 10);
        budgets.take(Use.READ, 0);
        budgets.limited(Use.READ, 0, Optional.of(limit(600, 0)));
        assertThat(budgets.take(Use.READ, SECOND)).isEqualTo(30 * SECOND);
        assertThat(budgets.limitedCalls()).isOne();
    }

    @Test
    void aRefusalBecauseOfTooManyAtOnceIsShort() {
        var budgets = new RateBudgets(50, 10);
        budgets.take(Use.WRITE, 0);
        budgets.limited(Use.WRITE, 0, Optional.of(limit(0, 0)));
        assertThat(budgets.take(Use.WRITE, 0)).isEqualTo(SECOND);
        assertThat(budgets.limit()).isZero();
    }

    @Test
    void aRefusalThatNamesNoTimeTakesAMinute() {
        var budgets = new RateBudgets(50, 10);
        budgets.take(Use.WRITE, 0);
        budgets.limited(Use.WRITE, 0, Optional.empty());
        assertThat(budgets.take(Use.WRITE, 0)).isEqualTo(60 * SECOND);
    }

    private static RateLimit limit(int limit, int remaining) {
        Instant answered = Instant.parse("2020-01-01T00:00:00Z");
        return new RateLimit(limit, remaining, answered.plusSeconds(30), answered);
    }

    /** Fixed windows of a minute that begin with a first call and end at a full second. */
    private static final class SimulatedOkta {
        private final int limit;
        private final Map<Use, Window> windows = new EnumMap<>(Use.class);
        private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
        private int refused;
        private int bears = Integer.MAX_VALUE;
        private int underWay;
        private int crowded;

        SimulatedOkta(int limit, int buckets) {
            this.limit = limit;
            Window shared = new Window();
            for (Use use : Use.values()) {
                windows.put(use, buckets == 1 ? shared : new Window());
            }
        }

        private record Event(long at, Runnable what) {}

        private static final class Window {
            private long resetSecond;
            private int left;
        }

        /** Returns how long it took, in nanoseconds. */
        long run(RateBudgets budgets, int people, int workers, long answer) {
            int[] left = {people};
            for (int i = 0; i < workers; i++) {
                at(0, () -> next(budgets, left, 0, answer));
            }
            long now = 0;
            while (!events.isEmpty()) {
                Event event = events.poll();
                now = event.at();
                event.what().run();
            }
            return now;
        }

        private void at(long time, Runnable what) {
            events.add(new Event(time, what));
        }

        private void next(RateBudgets budgets, int[] left, long now, long answer) {
            if (left[0]-- > 0) {
                call(
                        budgets,
                        Use.READ,
                        now,
                        answer,
                        read -> call(
                                budgets, Use.WRITE, read, answer, written -> next(budgets, left, written, answer)));
            }
        }

        private void call(RateBudgets budgets, Use use, long now, long answer, java.util.function.LongConsumer then) {
            long wait = budgets.take(use, now);
            if (wait > 0) {
                at(now + wait, () -> call(budgets, use, now + wait, answer, then));
                return;
            }
            if (underWay == bears) {
                crowded++;
                long refusal = now + 5_000_000;
                at(refusal, () -> {
                    budgets.limited(use, refusal, Optional.of(new RateLimit(0, 0, Instant.EPOCH, Instant.EPOCH)));
                    call(budgets, use, refusal, answer, then);
                });
                return;
            }
            underWay++;
            Optional<RateLimit> said = count(use, now);
            at(now + answer, () -> {
                underWay--;
                budgets.answered(
                        use,
                        now + answer,
                        said.map(limit -> new RateLimit(
                                limit.limit(),
                                limit.remaining(),
                                limit.reset(),
                                Instant.ofEpochSecond(second(now + answer)))));
                then.accept(now + answer);
            });
        }

        private Optional<RateLimit> count(Use use, long now) {
            if (limit == 0) {
                return Optional.empty();
            }
            Window window = windows.get(use);
            if (second(now) >= window.resetSecond) {
                window.resetSecond = second(now) + 60;
                window.left = limit;
            }
            refused += window.left == 0 ? 1 : 0;
            window.left = Math.max(0, window.left - 1);
            return Optional.of(
                    new RateLimit(limit, window.left, Instant.ofEpochSecond(window.resetSecond), Instant.EPOCH));
        }

        private static long second(long now) {
            return (EPOCH + now / 1_000_000) / 1000;
        }
    }
}

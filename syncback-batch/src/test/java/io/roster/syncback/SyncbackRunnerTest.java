package io.roster.syncback;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.Attempt;
import io.roster.outbox.OutboxQueue;
import io.roster.outbox.RowState;
import io.roster.outbox.RunEnding;
import io.roster.outbox.Waiting;
import io.roster.outbox.Waiting.Wanted;
import io.roster.syncback.Work.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SyncbackRunnerTest {

    private static final int CONCURRENCY = 4;
    private static final OktaAttributes ATTRIBUTES = new OktaAttributes("ext", "phone");

    private final Rows rows = new Rows();

    @Test
    void everybodyComesOnceAndTheQueueIsNeverReadWhole() throws InterruptedException {
        rows.add(6000);
        var seen = new ConcurrentHashMap<String, AtomicInteger>();
        RunEnding ending = run(person -> {
            seen.computeIfAbsent(person.personId(), id -> new AtomicInteger()).incrementAndGet();
            return done(person);
        });
        assertThat(ending).isEqualTo(RunEnding.DRAINED);
        assertThat(seen).hasSize(6000).allSatisfy((id, times) -> assertThat(times)
                .hasValue(1));
        assertThat(rows.biggestPage).isLessThanOrEqualTo(200);
        // half a page to do, a page on top, those at work, and those whose outcome is to be recorded with the next ones
        assertThat(rows.mostLoaded).isLessThanOrEqualTo(800);
        assertThat(rows.waiting).isEmpty();
    }

    @Test
    void whoIsChangedWhileWrittenComesAgainAndIsWithOneThreadAtATime() throws InterruptedException {
        rows.add(50);
        Set<String> running = ConcurrentHashMap.newKeySet();
        var twice = new AtomicInteger();
        var changed = new AtomicInteger();
        RunEnding ending = run(person -> {
            if (!running.add(person.personId())) {
                twice.incrementAndGet();
            }
            if (person.requested() == 1 && person.personId().endsWith("7")) {
                changed.incrementAndGet();
                rows.change(person.personId());
            }
            running.remove(person.personId());
            return done(person);
        });
        assertThat(ending).isEqualTo(RunEnding.DRAINED);
        assertThat(twice).hasValue(0);
        assertThat(changed).hasValue(5);
        assertThat(rows.recorded).isEqualTo(55);
    }

    @Test
    void aRefusedSignInEndsTheRunAndParksNobody() throws InterruptedException {
        rows.add(500);
        RunEnding ending = run(person -> new Result(person, null, RunEnding.UNAUTHORIZED, "Invalid token provided"));
        assertThat(ending).isEqualTo(RunEnding.UNAUTHORIZED);
        assertThat(rows.waiting).hasSize(500);
        assertThat(rows.recorded).isZero();
    }

    @Test
    void whoeverStopsItFindsRecordedWhatWasWritten() throws InterruptedException {
        rows.add(500);
        var written = new AtomicInteger();
        RunEnding ending = runWhile(() -> written.get() == 0, person -> {
            written.incrementAndGet();
            pause();
            return done(person);
        });
        assertThat(ending).isEqualTo(RunEnding.STOPPED);
        assertThat(rows.recorded).isEqualTo(written.get()).isLessThan(500);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunEnding run(Function<Waiting, Result> work) throws InterruptedException {
        return runWhile(() -> true, work);
    }

    private RunEnding runWhile(BooleanSupplier goesOn, Function<Waiting, Result> work) throws InterruptedException {
        return new SyncbackRunner(rows, ATTRIBUTES, "run", work, CONCURRENCY, Thread::new, new Tally(), goesOn).run();
    }

    private static Result done(Waiting person) {
        return new Result(person, new Attempt(person, RowState.DONE, 0, null, null, List.of()), null, null);
    }

    /** The table in memory: a row is done only if it was not changed meanwhile. */
    private static final class Rows extends OutboxQueue {
        private final Map<String, Long> waiting = new HashMap<>();
        private int biggestPage;
        private int loaded;
        private int mostLoaded;
        private int recorded;

        synchronized void add(int people) {
            for (int i = 0; i < people; i++) {
                waiting.put("p%05d".formatted(i), 1L);
            }
        }

        synchronized void change(String id) {
            waiting.merge(id, 1L, Long::sum);
        }

        @Override
        public synchronized List<Waiting> due(long now, Waiting after, int most, OktaAttributes attributes) {
            String behind = after == null ? "" : after.personId();
            List<Waiting> page = waiting.entrySet().stream()
                    .filter(entry -> entry.getKey().compareTo(behind) > 0)
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .limit(most)
                    .map(entry -> waiting(entry.getKey(), entry.getValue()))
                    .toList();
            biggestPage = Math.max(biggestPage, page.size());
            mostLoaded = Math.max(mostLoaded, loaded + page.size());
            return page;
        }

        private static Waiting waiting(String id, long requested) {
            var nothing = new Wanted(null, null, null);
            return new Waiting(id, "00u" + id, requested, 0, 1, null, nothing, nothing);
        }

        @Override
        public synchronized void announce(List<Waiting> people, OktaAttributes attributes) {
            loaded += people.size();
        }

        @Override
        public synchronized void record(String runId, List<Attempt> attempts, OktaAttributes attributes) {
            recorded += attempts.size();
            loaded -= attempts.size();
            for (Attempt attempt : new ArrayList<>(attempts)) {
                waiting.remove(attempt.person().personId(), attempt.person().requested());
            }
        }
    }
}

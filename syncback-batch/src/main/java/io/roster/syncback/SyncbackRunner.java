package io.roster.syncback;

import io.roster.okta.OktaAttributes;
import io.roster.outbox.Attempt;
import io.roster.outbox.OutboxQueue;
import io.roster.outbox.RunEnding;
import io.roster.outbox.Waiting;
import io.roster.syncback.Work.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Works through the outbox: one thread reads batches and records outcomes, the others only call Okta, so that none of these
 * ever has a database connection. What is in memory is some hundred people at most, however long the queue is. A person
 * is with one thread at a time, and comes again only after the outcome was recorded.
 */
final class SyncbackRunner {

    private static final int BIGGEST_BATCH = 200;
    private static final int RECORDED_AT_ONCE = 100;
    private static final long RECORDED_AFTER = Duration.ofMillis(200).toNanos();
    private static final long BEAT = Duration.ofSeconds(2).toNanos();

    private final OutboxQueue queue;
    private final OktaAttributes attributes;
    private final String runId;
    private final Function<Waiting, Result> work;
    private final int concurrency;
    private final ThreadFactory threads;
    private final Tally tally;
    /** Gives a sign of life, and says whether to go on. */
    private final BooleanSupplier beat;

    private final BlockingQueue<Waiting> todo = new LinkedBlockingQueue<>();
    private final BlockingQueue<Result> finished = new LinkedBlockingQueue<>();
    private final Set<String> busy = new HashSet<>();
    private final List<Attempt> unrecorded = new ArrayList<>();
    private volatile boolean stopped;
    private volatile boolean closed;
    private Waiting last;
    private boolean drained;
    private int batch;
    private int finishedSinceBeat;
    private long nextLook;
    private long nextBeat;
    private long oldestUnrecorded;
    private RunEnding ending;
    private String detail;

    SyncbackRunner(
            OutboxQueue queue,
            OktaAttributes attributes,
            String runId,
            Function<Waiting, Result> work,
            int concurrency,
            ThreadFactory threads,
            Tally tally,
            BooleanSupplier beat) {
        this.queue = queue;
        this.attributes = attributes;
        this.runId = runId;
        this.work = work;
        this.concurrency = concurrency;
        this.threads = threads;
        this.tally = tally;
        this.beat = beat;
        this.batch = 2 * concurrency;
    }

    /** Ends the run as soon as what is under way is recorded. From any thread. */
    void stop() {
        stopped = true;
    }

    /** {@return whether nothing new is to be sent} */
    boolean isStopped() {
        return stopped;
    }

    /** {@return what to say about the ending, or {@code null}} */
    String detail() {
        return detail;
    }

    /**
     * Runs until nobody is due, or something ends it.
     *
     * @return why it ended
     */
    RunEnding run() throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            Thread worker = threads.newThread(this::workThrough);
            workers.add(worker);
            worker.start();
        }
        try {
            while (!(busy.isEmpty() && (drained || stopped))) {
                collect();
                beat();
                if (stopped) {
                    withdraw();
                } else {
                    feed();
                }
            }
        } finally {
            stopped = true;
            closed = true;
            for (Thread worker : workers) {
                worker.join();
            }
        }
        return ending != null ? ending : drained ? RunEnding.DRAINED : RunEnding.STOPPED;
    }

    private void workThrough() {
        try {
            while (!closed) {
                Waiting next = todo.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    finished.add(work.apply(next));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private void collect() throws InterruptedException {
        Result first = finished.poll(20, TimeUnit.MILLISECONDS);
        List<Result> results = new ArrayList<>();
        if (first != null) {
            results.add(first);
            finished.drainTo(results);
        }
        for (Result result : results) {
            finishedSinceBeat++;
            if (result.attempt() == null) {
                busy.remove(result.person().personId());
            } else {
                if (unrecorded.isEmpty()) {
                    oldestUnrecorded = System.nanoTime();
                }
                unrecorded.add(result.attempt());
            }
            if (result.ending() != null && ending == null) {
                ending = result.ending();
                detail = result.detail();
                stopped = true;
            }
        }
        record();
    }

    // A few at a time, and nobody waits for long: what is not recorded would be read from Okta once more after a crash.
    private void record() {
        boolean enough = unrecorded.size() >= RECORDED_AT_ONCE || unrecorded.size() == busy.size();
        if (unrecorded.isEmpty() || !enough && System.nanoTime() - oldestUnrecorded < RECORDED_AFTER) {
            return;
        }
        queue.record(runId, unrecorded, attributes);
        for (Attempt attempt : unrecorded) {
            tally.add(attempt);
            busy.remove(attempt.person().personId());
        }
        unrecorded.clear();
    }

    private void beat() {
        if (System.nanoTime() < nextBeat) {
            return;
        }
        nextBeat = System.nanoTime() + BEAT;
        if (!beat.getAsBoolean()) {
            stopped = true;
        }
        // What is read early may have changed when its turn comes: no more than is worked off in a second or two.
        batch = Math.min(BIGGEST_BATCH, Math.max(2 * concurrency, finishedSinceBeat));
        finishedSinceBeat = 0;
    }

    private void withdraw() {
        List<Waiting> unstarted = new ArrayList<>();
        todo.drainTo(unstarted);
        unstarted.forEach(person -> busy.remove(person.personId()));
    }

    private void feed() {
        if (todo.size() > batch / 2 || System.nanoTime() < nextLook) {
            return;
        }
        boolean fresh = last == null && busy.isEmpty();
        List<Waiting> page = queue.due(System.currentTimeMillis(), last, batch, attributes);
        if (page.isEmpty()) {
            // Behind the last one; who was changed in the meantime is due before that.
            drained = fresh;
            last = null;
            nextLook = fresh ? 0 : System.nanoTime() + RECORDED_AFTER;
            return;
        }
        last = page.get(page.size() - 1);
        List<Waiting> free = page.stream()
                .filter(person -> !busy.contains(person.personId()))
                .toList();
        queue.announce(free, attributes);
        free.forEach(person -> busy.add(person.personId()));
        todo.addAll(free);
    }
}

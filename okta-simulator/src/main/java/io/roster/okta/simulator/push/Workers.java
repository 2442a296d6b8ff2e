package io.roster.okta.simulator.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does one thing with many items, several at once. */
public final class Workers {

    private Workers() {}

    /**
     * Works through {@code items} in their order with {@code concurrency} threads. After the first failure no further
     * item is begun; those under way are finished, then the failure is thrown.
     */
    public static <T> void forEach(List<T> items, int concurrency, Consumer<T> work) {
        Queue<T> left = new ConcurrentLinkedQueue<>(items);
        ExecutorService threads = Executors.newFixedThreadPool(concurrency);
        try {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int i = 0; i < concurrency; i++) {
                running.add(CompletableFuture.runAsync(() -> drain(left, work), threads));
            }
            CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        } finally {
            threads.shutdown();
        }
    }

    private static <T> void drain(Queue<T> left, Consumer<T> work) {
        try {
            for (T item = left.poll(); item != null; item = left.poll()) {
                work.accept(item);
            }
        } catch (RuntimeException e) {
            left.clear();
            throw e;
        }
    }
}

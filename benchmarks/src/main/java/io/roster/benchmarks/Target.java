package io.roster.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The server that is measured, as a client sees it. */
record Target(String host, int port, String token) {
    static final String USERS = "/scim/v2/Users";
    static final String GROUPS = "/scim/v2/Groups";

    /** Work with one connection. */
    interface Work<T> {
        T on(HttpConnection connection) throws IOException;
    }

    /** Work with one connection that has no result. */
    interface Task {
        void on(HttpConnection connection) throws IOException;
    }

    /** Opens a connection for one piece of work. */
    <T> T with(Work<T> work) {
        try (var connection = new HttpConnection(host, port, token)) {
            return work.on(connection);
        } catch (IOException e) {
            throw new IllegalStateException("no answer from port " + port, e);
        }
    }

    /** Does the same work on several connections at once, and returns when all have done it. */
    void parallel(int connections, Task task) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> with(connection -> {
                    task.on(connection);
                    return null;
                })));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}

package io.roster.benchmarks;

import io.roster.okta.simulator.OktaOrg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Gives people numbers and extensions, and prints how fast they are written into a simulated Okta. */
@Command(
        name = "sync-back",
        mixinStandardHelpOptions = true,
        description = "Measures how numbers and extensions are written into a simulated Okta.")
class SyncbackBenchmark implements Callable<Integer> {
    private static final int UNLIMITED = 1_000_000_000;
    private static final int LOADERS = 8;

    @ParentCommand
    private Benchmark common;

    @Option(names = "--people", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
    private int people;

    @Option(names = "--limit", defaultValue = "600", description = "requests a minute (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--share", defaultValue = "50", description = "percent of the limit (default: ${DEFAULT-VALUE})")
    private int share;

    @Option(names = "--concurrency", defaultValue = "10", description = "calls at once (default: ${DEFAULT-VALUE})")
    private int concurrency;

    @Option(names = "--answer-time", defaultValue = "100", description = "of Okta, in ms (default: ${DEFAULT-VALUE})")
    private int answerTime;

    /** Prints a line for each aim. Throws what went wrong. */
    @Override
    public Integer call() throws Exception {
        common.onDatabase(this::measure);
        return 0;
    }

    private void measure(Path module, Map<String, String> given) throws Exception {
        Map<String, String> environment = new HashMap<>(given);
        String password = UUID.randomUUID().toString();
        environment.put("ROSTER_BOOTSTRAP_ADMIN_PASSWORD", password);
        try (BenchmarkServer server = BenchmarkServer.start(module, environment)) {
            var console = new SyncbackConsole(ConsoleForms.signedIn(server.target(), password), server.target());
            hire(server);
            console.giveServices(people);
            // By then the server's compiler has done its work.
            free(server, console);
            long empty = server.liveBytes();
            SyncbackRun free = free(server, console);
            System.out.printf(
                    Locale.ROOT,
                    "%nno limit, %d calls at once, answers after %d ms: %.1f calls/s, %.0f %% of the bound%n",
                    concurrency,
                    answerTime,
                    free.callsPerSecond(),
                    free.callsPerSecond() * answerTime / 10 / concurrency);
            System.out.printf(
                    Locale.ROOT,
                    "live heap: %,d kB with an empty queue, %,d kB in the middle of %,d people%n",
                    empty / 1024,
                    free.liveBytes() / 1024,
                    people);
            SyncbackRun paced = SyncbackRun.of(server, console, people, limit, share, concurrency, Duration.ZERO);
            System.out.printf(
                    Locale.ROOT,
                    "%d requests a minute, share %d %%: %.1f writes a minute, %.1f %% of the share, %d times 429%n",
                    limit,
                    share,
                    paced.writesPerMinute(),
                    paced.writesPerMinute() * 10_000 / limit / share,
                    paced.refused());
        }
    }

    private SyncbackRun free(BenchmarkServer server, SyncbackConsole console) throws IOException, InterruptedException {
        Duration late = Duration.ofMillis(answerTime);
        return SyncbackRun.of(server, console, people, UNLIMITED, 100, concurrency, late);
    }

    private void hire(BenchmarkServer server) throws IOException {
        try (OktaOrg org = OktaOrg.at(server.scim())
                .token(server.target().token())
                .concurrency(LOADERS)
                .open()) {
            org.hire(people);
            org.push();
        }
    }
}

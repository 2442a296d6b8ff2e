package io.roster.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a server, fills it, and prints what each operation costs. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures Roster over HTTP.",
        subcommands = {SyncbackBenchmark.class, ImportBenchmark.class})
public class Benchmark implements Callable<Integer> {
    private static final int LARGE_GROUP = 10_000;
    private static final int MOST_ROUNDS = 60;

    @Option(
            names = "--database",
            defaultValue = "derby",
            description = "derby or postgresql (default: ${DEFAULT-VALUE})")
    private String database;

    @Option(names = "--people", split = ",", defaultValue = "1000,100000", description = "default: ${DEFAULT-VALUE}")
    private List<Integer> people;

    @Option(names = "--connections", split = ",", defaultValue = "1,8,32", description = "default: ${DEFAULT-VALUE}")
    private List<Integer> connections;

    @Option(names = "--seconds", defaultValue = "5", description = "for each row (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "180", description = "least seconds (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--only", defaultValue = "", description = "only operations whose name contains this")
    private String only;

    @Option(names = "--module", defaultValue = "benchmarks", description = "where this module lies")
    private Path module;

    /**
     * Runs from the command line, see {@code --help}.
     *
     * @param arguments the options
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    /** What is measured with a server's settings. */
    interface Measured {
        void with(Path module, Map<String, String> environment) throws Exception;
    }

    /** Prints one table for each number of people. Throws what went wrong, because half a table says nothing. */
    @Override
    public Integer call() throws Exception {
        onDatabase((folder, environment) -> measure(environment));
        return 0;
    }

    /** Measures a server on an empty database of the wanted kind, PostgreSQL with these settings. */
    void onDatabase(Measured measured, String... settings) throws Exception {
        Map<String, String> environment = new HashMap<>();
        Path data = module.toAbsolutePath().resolve("target/data");
        Folders.delete(data);
        environment.put("ROSTER_DATA_DIR", data.toString());
        if (database.equals("postgresql")) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
                environment.put("ROSTER_DB_URL", postgres.createDatabase("roster"));
                environment.put("ROSTER_DB_USER", postgres.user());
                measured.with(module.toAbsolutePath(), environment);
            }
        } else {
            measured.with(module.toAbsolutePath(), environment);
        }
    }

    private void measure(Map<String, String> environment) throws Exception {
        try (BenchmarkServer server = BenchmarkServer.start(module.toAbsolutePath(), environment)) {
            var population = new Population(server.target());
            boolean warm = false;
            for (int size : people) {
                population.grow(size);
                int members = Math.min(size, LARGE_GROUP);
                String large = population.group("Everyone " + size, members);
                String small = population.group("Few " + size, 10);
                List<Operation> operations = Operation.all(population, large, small).stream()
                        .filter(operation -> operation.name().contains(only))
                        .toList();
                if (!warm) {
                    warmUp(server, operations);
                    warm = true;
                }
                System.out.print(Table.head(database + ", " + size + " people, large group of " + members));
                for (Operation operation : operations) {
                    for (int count : connections) {
                        var time = Duration.ofSeconds(seconds);
                        var measured = Measurement.of(server.target(), operation, count, time, server::cpu);
                        System.out.print(Table.row(operation.name(), measured));
                    }
                }
            }
        }
    }

    /**
     * Every operation in turn, because they share code, for a time, and then until a round costs the server about as much
     * as the one before: on a busy machine its compiler needs longer.
     */
    private void warmUp(BenchmarkServer server, List<Operation> operations) {
        long end = System.nanoTime() + Duration.ofSeconds(warmUp).toNanos();
        double before = Double.MAX_VALUE;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            double cpu = 0;
            for (Operation operation : operations) {
                var time = Duration.ofSeconds(1);
                cpu += Measurement.of(server.target(), operation, 8, time, server::cpu)
                        .cpu();
            }
            System.out.printf(
                    Locale.ROOT, "warm-up %d: %,.0f µs of server CPU for one request of each kind%n", round, cpu);
            if (System.nanoTime() > end && cpu > 0.95 * before) {
                return;
            }
            before = cpu;
        }
    }
}

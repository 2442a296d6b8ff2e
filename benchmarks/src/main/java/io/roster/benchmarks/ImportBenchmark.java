package io.roster.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Imports a simulated Okta: first everybody, then nothing that changed, then one of a hundred. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Measures full imports from a simulated Okta, which is a process of its own.")
class ImportBenchmark implements Callable<Integer> {
    private static final String COUNTED = "shared_preload_libraries=pg_stat_statements";

    @ParentCommand
    private Benchmark common;

    @Option(names = "--people", defaultValue = "100000", description = "default: ${DEFAULT-VALUE}")
    private int people;

    @Option(names = "--groups", defaultValue = "2000", description = "default: ${DEFAULT-VALUE}")
    private int groups;

    @Option(names = "--memberships", defaultValue = "500000", description = "default: ${DEFAULT-VALUE}")
    private int memberships;

    @Option(names = "--one-of", defaultValue = "100", description = "changes (default: ${DEFAULT-VALUE})")
    private int oneOf;

    @Option(names = "--unchanged", defaultValue = "2", description = "imports of nothing (default: ${DEFAULT-VALUE})")
    private int unchanged;

    /** Prints a row for each import. Throws what went wrong. */
    @Override
    public Integer call() throws Exception {
        common.onDatabase(this::measure, COUNTED, "pg_stat_statements.track_utility=off");
        return 0;
    }

    private void measure(Path module, Map<String, String> given) throws Exception {
        Map<String, String> environment = new HashMap<>(given);
        String password = UUID.randomUUID().toString();
        environment.put("ROSTER_BOOTSTRAP_ADMIN_PASSWORD", password);
        environment.merge("JVM_ARGS", BenchmarkServer.gcLog(module), (one, other) -> one + " " + other);
        try (SimulatedOkta okta = SimulatedOkta.start(people, groups, memberships);
                BenchmarkServer server = BenchmarkServer.start(module, environment);
                DatabaseCounters database = DatabaseCounters.of(given)) {
            var console = new ImportConsole(ConsoleForms.signedIn(server.target(), password));
            console.connect(okta);
            System.out.printf(
                    Locale.ROOT,
                    "%n%,d users, %,d groups, %,d memberships in Okta%n%n%s",
                    people,
                    groups,
                    memberships,
                    ImportCost.HEAD);
            var measuring = new ImportMeasuring(server, okta, database, console, people);
            measuring.row("the first");
            for (int i = 0; i < unchanged; i++) {
                measuring.row("nothing changed");
            }
            measuring.row(okta.promote(oneOf) + " users changed");
        }
    }
}

package io.roster.okta.simulator.cli;

import io.roster.okta.simulator.OktaOrg;
import io.roster.okta.simulator.Scenario;
import io.roster.okta.simulator.review.Comparison;
import java.io.IOException;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command line of the simulator. Commands end with 0 when Okta is content, 1 at the first answer it would refuse, 2
 * for a wrong command line, 3 when the app does not answer and 4 when an import is not equal to the org.
 */
@Command(
        name = "okta-simulator",
        subcommands = Serve.class,
        mixinStandardHelpOptions = true,
        version = "Roster okta-simulator",
        description = "An Okta org in a box: provisions invented people and groups to a SCIM endpoint.")
public final class Simulator {
    private static final String SHARE = "Share of them, 0 to 1 (default: ${DEFAULT-VALUE}).";

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new Simulator())
                .setExecutionExceptionHandler(new ExitCodes())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    @Command(description = "Test the credentials as Okta does, and the app's errors.")
    int test(@Mixin Connection connection) throws IOException {
        return with(connection, org -> {
            org.errorSuite().testCredentials();
            org.errorSuite().refusals();
            return ExitCodes.FINE;
        });
    }

    @Command(description = "Push people and groups, or go on with an interrupted push of the --state file.")
    int push(
            @Mixin Connection connection,
            @Option(names = "--people", defaultValue = "0", description = "How many people.") int people,
            @Option(names = "--groups", defaultValue = "0", description = "How many groups.") int groups)
            throws IOException {
        return with(connection, org -> {
            org.hire(people);
            org.found(groups);
            org.push();
            return ExitCodes.FINE;
        });
    }

    @Command(description = "Change the profiles of a share of the assigned people.")
    int change(
            @Mixin Connection connection,
            @Option(names = "--share", defaultValue = "0.33", description = SHARE) double share)
            throws IOException {
        return with(
                connection, org -> told("changed", org.turnover().change(share).size()));
    }

    @Command(description = "Deactivate a share of the assigned people.")
    int deactivate(
            @Mixin Connection connection,
            @Option(names = "--share", defaultValue = "0.1", description = SHARE) double share)
            throws IOException {
        return with(
                connection,
                org -> told("deactivated", org.turnover().deactivate(share).size()));
    }

    @Command(description = "Bring back all who are deactivated.")
    int reactivate(@Mixin Connection connection) throws IOException {
        return with(
                connection,
                org -> told("reactivated", org.turnover().reactivate().size()));
    }

    @Command(description = "Unassign a share of the assigned people.")
    int unassign(
            @Mixin Connection connection,
            @Option(names = "--share", defaultValue = "0.1", description = SHARE) double share)
            throws IOException {
        return with(
                connection,
                org -> told("unassigned", org.turnover().unassign(share).size()));
    }

    @Command(description = "Assign all again who were unassigned.")
    int reassign(@Mixin Connection connection) throws IOException {
        return with(
                connection,
                org -> told("assigned again", org.turnover().reassign().size()));
    }

    @Command(description = "Work on a share of the pushed groups; link works on all that were left.")
    int regroup(
            @Mixin Connection connection,
            @Parameters(description = "What to do: ${COMPLETION-CANDIDATES}.") GroupChange change,
            @Option(names = "--share", defaultValue = "0.3", description = SHARE) double share)
            throws IOException {
        return with(
                connection,
                org -> told("groups", change.apply(org.regrouping(), share).size()));
    }

    @Command(name = "import", description = "Import all users and groups, and check every page.")
    int imports(@Mixin Connection connection) throws IOException {
        return with(connection, org -> {
            told("users imported", org.importUsers().size());
            return told("groups imported", org.importGroups().size());
        });
    }

    @Command(description = "Import everything and compare it with the org in the --state file.")
    int verify(@Mixin Connection connection) throws IOException {
        return with(connection, org -> judged(org.verify()));
    }

    @Command(description = "The whole story: push, change, deactivate, bring back, unassign, regroup, import, compare.")
    int scenario(
            @Mixin Connection connection,
            @Option(names = "--people", defaultValue = "1000", description = "How many people.") int people,
            @Option(names = "--groups", defaultValue = "40", description = "How many groups.") int groups)
            throws IOException {
        return with(connection, org -> judged(new Scenario(org, System.out::println).play(people, groups)));
    }

    private static int with(Connection connection, ToIntFunction<OktaOrg> work) throws IOException {
        try (OktaOrg org = connection.open()) {
            try {
                return work.applyAsInt(org);
            } finally {
                System.out.println(org.timings());
            }
        }
    }

    private static int told(String what, int count) {
        System.out.println(count + " " + what);
        return ExitCodes.FINE;
    }

    private static int judged(Comparison comparison) {
        System.out.print(comparison);
        return comparison.equal() ? ExitCodes.FINE : ExitCodes.NOT_EQUAL;
    }
}

package io.roster.okta.simulator.cli;

import io.roster.okta.simulator.scim.Refusal;
import io.roster.okta.simulator.scim.Unreachable;
import java.net.BindException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** How a command ends, and what it says of a failure. */
final class ExitCodes implements IExecutionExceptionHandler {
    static final int FINE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;
    static final int NOT_EQUAL = 4;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult line) throws Exception {
        if (failure instanceof Refusal refusal) {
            command.getErr().println("Okta would refuse this answer. " + refusal.getMessage());
            return REFUSED;
        }
        if (failure instanceof Unreachable) {
            command.getErr().println(failure.getMessage());
            command.getErr().println("With --state the same command goes on where this one stopped.");
            return UNREACHABLE;
        }
        if (failure instanceof UsageException || failure instanceof BindException) {
            command.getErr().println(failure.getMessage());
            return USAGE;
        }
        throw failure;
    }
}

package io.roster.okta.simulator.cli;

/** The command line lacks something that picocli can't know; the message says what. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}

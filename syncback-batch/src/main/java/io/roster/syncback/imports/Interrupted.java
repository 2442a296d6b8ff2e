package io.roster.syncback.imports;

/** The step is to end, for an administrator, this server or another one wants it so. */
final class Interrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Interrupted() {
        super("the step is to end");
    }
}

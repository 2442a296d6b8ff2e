package io.roster.okta.simulator.cli;

import io.roster.okta.simulator.push.Dialect;
import io.roster.okta.simulator.push.PatchDialect;
import io.roster.okta.simulator.push.PutDialect;

/** The dialects by the names they have on the command line. */
enum Speech {
    put(new PutDialect()),
    patch(new PatchDialect());

    private final transient Dialect dialect;

    Speech(Dialect dialect) {
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }
}

package io.roster.system.catalogue;

import io.roster.okta.simulator.push.Dialect;
import io.roster.okta.simulator.push.PatchDialect;
import io.roster.okta.simulator.push.PutDialect;

/** How an app came into an Okta org, which decides what it sends. */
enum AppKind {
    /** From the catalogue: PATCH for activation, passwords and groups, PUT for profiles. */
    CATALOGUE(new PatchDialect()),
    /** Made with the app wizard: PUT for everything. */
    WIZARD(new PutDialect());

    private final Dialect dialect;

    AppKind(Dialect dialect) {
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }
}

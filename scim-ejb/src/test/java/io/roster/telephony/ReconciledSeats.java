package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.persistence.Boundaries;
import io.roster.persistence.TestDatabase;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** The reconciliation as a server runs it: each step is a transaction of its own, and reads between them need none. */
final class ReconciledSeats extends SeatReconciliationStep {

    private final TestDatabase database;

    private ReconciledSeats(TestDatabase database) {
        this.database = database;
    }

    /** Does what is noted. */
    static void run(TestDatabase database) {
        of(database).run();
    }

    static SeatReconciliation of(TestDatabase database) {
        Schemas schemas = database.inTransaction(entities -> {
            Schemas found = database.boundary(Schemas.class, entities);
            found.user();
            return found;
        });
        return new Boundaries()
                .with(SeatReconciliationStep.class, new ReconciledSeats(database))
                .with(DataSource.class, database.dataSource())
                .with(Schemas.class, schemas)
                .get(SeatReconciliation.class);
    }

    private <T> T step(Function<SeatReconciliationStep, T> step) {
        return database.call(SeatReconciliationStep.class, step);
    }

    @Override
    public List<Note> claim(String claim) {
        return step(step -> step.claim(claim));
    }

    @Override
    public Void done(List<String> ids) {
        return step(step -> step.done(ids));
    }

    @Override
    public int bring(Caller caller, ResourceType type, String licenseId, List<String> personIds) {
        return step(step -> step.bring(caller, type, licenseId, personIds));
    }

    @Override
    public int serve(Caller caller, ResourceType type, String licenseId, List<String> waiting) {
        return step(step -> step.serve(caller, type, licenseId, waiting));
    }

    @Override
    public int rewrite(Caller caller, ResourceType type, List<String> personIds) {
        return step(step -> step.rewrite(caller, type, personIds));
    }
}

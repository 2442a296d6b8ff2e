package io.roster.imports;

import io.roster.persistence.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/** Writes for {@link ImportSafeguards}: the numbers, the state and the event in one transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SafeguardWriter {

    private static final String LEAVING = """
            select count(*) from import_candidate where run_id = ? and preview = ? and state = 'CONFIRMED'
              and resource_type = 'User' and kind = 'DEACTIVATE' and decided_by is null""";

    private static final String COUNTED = """
            update import_run set app_total = ?1, app_leaving = ?2, org_total = ?3, org_leaving = ?4, state = ?5
            where id = ?6 and state = 'RUNNING'""";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster")
    private DataSource dataSource;

    @Inject
    private Event<ImportHeld> held;

    /** As {@link ImportSafeguards#passes}. */
    public Boolean evaluate(MatchedRun run) {
        long leaving = count(Sql.of(LEAVING, run.id(), run.preview()));
        long active = count(Sql.of("select count(*) from person where active = true"));
        long linked = count(Sql.of("select count(*) from person where active = true and external_id is not null"));
        Safeguard counted = new Safeguard(linked, leaving, active, leaving);
        ImportSettings settings = RuleRows.settings(dataSource);
        boolean exceeds = counted.stopsByApp(settings.appThreshold()) || counted.stopsByOrg(settings.orgThreshold());
        boolean passes = run.allowed() || run.dryRun() || !exceeds;
        int written = entities.createNativeQuery(COUNTED)
                .setParameter(1, linked)
                .setParameter(2, leaving)
                .setParameter(3, active)
                .setParameter(4, leaving)
                .setParameter(5, (passes ? ImportState.RUNNING : ImportState.HELD).name())
                .setParameter(6, run.id())
                .executeUpdate();
        // Held already, by the attempt of a server that is gone: it was told then.
        if (!passes && written == 1) {
            held.fire(new ImportHeld(run.id(), counted, settings.appThreshold(), settings.orgThreshold()));
        }
        return passes;
    }

    private long count(Sql query) {
        return query.list(dataSource, row -> row.getLong(1)).get(0);
    }
}

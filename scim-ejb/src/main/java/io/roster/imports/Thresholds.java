package io.roster.imports;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import javax.sql.DataSource;

/** The thresholds of the safeguard, to be changed from the banner of a run that is held. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Thresholds {

    @EJB
    private ThresholdWriter writer;

    @Resource
    private SessionContext session;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    /** {@return the thresholds, and whether anything is imported at all} */
    public ImportPlan read() {
        return ImportPlan.read(dataSource);
    }

    /**
     * Changes the thresholds.
     *
     * @param app per cent of the people linked with Okta; {@code null} for any
     * @param org per cent of all active people; {@code null} for any
     * @return whether anything differs from before; if so, it is an event
     * @throws IllegalArgumentException when one is not from {@value ImportPlan#LEAST} to {@value ImportPlan#MOST}
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean change(Integer app, Integer org) {
        requireInRange(app);
        requireInRange(org);
        String name = session.getCallerPrincipal().getName();
        Caller caller = new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
        return Conflicts.retried(() -> writer.change(caller, app, org));
    }

    private static void requireInRange(Integer threshold) {
        if (threshold != null && (threshold < ImportPlan.LEAST || threshold > ImportPlan.MOST)) {
            throw new IllegalArgumentException("A threshold of " + threshold + " %");
        }
    }
}

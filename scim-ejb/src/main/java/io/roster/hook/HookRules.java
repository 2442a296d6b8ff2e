package io.roster.hook;

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

/** How the import inline hook is answered, as administrators set it. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HookRules {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @Resource
    private SessionContext session;

    @EJB
    private HookWriter writer;

    /** {@return the settings as last saved} */
    public HookSettings settings() {
        return HookSettings.read(dataSource);
    }

    /**
     * Saves them; they hold from the next request on.
     *
     * @param settings the settings
     * @return whether anything differs from what was saved before; if so, it is an event
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean save(HookSettings settings) {
        String name = session.getCallerPrincipal().getName();
        Caller caller = new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
        return Conflicts.retried(() -> writer.save(caller, settings));
    }
}

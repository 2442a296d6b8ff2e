package io.roster.removal;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Documents;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
import io.roster.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import javax.sql.DataSource;

/** Removals of people as the console asks for them, and the rule by which Roster removes them by itself. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Removals {

    /** The id under which events tell of changes of the rule by which people are removed. */
    public static final String RESOURCE = "removal-rule";

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private RemovalWriter writer;

    @Inject
    private Schemas schemas;

    @Inject
    private Settings settings;

    @Resource
    private SessionContext session;

    /** {@return the rule} */
    public RemovalRule rule() {
        return entities.find(RemovalRule.class, RemovalRule.ONLY);
    }

    /**
     * How many people a rule would remove in the next night.
     *
     * @param days as at {@link #change}
     * @return how many have been deactivated for so long
     * @throws RemovalRefused when the days are none
     */
    public int due(Integer days) {
        RemovalRule.check(days);
        return days == null ? 0 : DuePeople.count(dataSource, Documents.now().minus(Duration.ofDays(days)));
    }

    /**
     * Changes the rule. It holds for those who are deactivated already, too.
     *
     * @param days since the deactivation, from 1 to {@value RemovalRule#MOST_DAYS}; {@code null} for never
     * @param seen the version of the rule that the administrator has seen
     * @throws RemovalRefused when the days are none, or somebody else has changed the rule since
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(Integer days, long seen) {
        Caller caller = caller();
        Conflicts.retried(() -> writer.change(caller, days, seen));
    }

    /**
     * Removes a person who is deactivated, with all services, as a client of SCIM would. A tombstone is kept.
     *
     * @param personId the SCIM id
     * @throws RemovalRefused when the person is active, or there is none of that id
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void remove(String personId) {
        Caller caller = caller();
        ResourceType type = schemas.user();
        Conflicts.retried(() -> writer.remove(caller, type, personId));
    }

    /** {@return for how many days what is left of deleted people and groups can be looked into} */
    public long keptDeletedDays() {
        return settings.keepDeleted().toDays();
    }

    /** {@return for how many days events, and what sync-back and mail did, are kept} */
    public long keptEventsDays() {
        return settings.keepAudit().toDays();
    }

    private Caller caller() {
        String name = session.getCallerPrincipal().getName();
        return new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
    }
}

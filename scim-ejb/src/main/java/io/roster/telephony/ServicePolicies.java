package io.roster.telephony;

import io.roster.access.Caller;
import io.roster.access.Roles;
import io.roster.access.Scope;
import io.roster.persistence.Conflicts;
import io.roster.persistence.Documents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What becomes of the services of those who are deactivated. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServicePolicies {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private ServicePolicyWriter writer;

    @Inject
    private Event<GraceChanged> changed;

    @Resource
    private SessionContext session;

    /** @return one policy for each kind of service, in their order */
    public List<ServicePolicy> list() {
        return PolicyRows.all(dataSource);
    }

    /**
     * Counts what policies would free of those who have left already and have had all of their grace.
     *
     * @param wanted policies
     * @return how many people would lose something of each kind; kinds without any are left out
     */
    public Map<ServiceKind, Integer> freedBy(List<ServicePolicy> wanted) {
        Instant now = Documents.now();
        Map<ServiceKind, Integer> freed = new EnumMap<>(ServiceKind.class);
        for (ServicePolicy policy : wanted) {
            policy.dueWhenLeftBy(now)
                    .map(by -> DueLeavers.count(dataSource, policy.kind(), by))
                    .filter(count -> count > 0)
                    .ifPresent(count -> freed.put(policy.kind(), count));
        }
        return freed;
    }

    /**
     * Stores policies. They hold for those who have left already, too: their grace counts from the day on which they left.
     *
     * @param wanted policies with the versions that the administrator saw
     * @throws ServicesRefused when one has other days than 0 to {@value ServicePolicy#LONGEST_GRACE}, or was changed since
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void change(List<ServicePolicy> wanted) {
        String name = session.getCallerPrincipal().getName();
        Caller caller = new Caller(Caller.Kind.ADMINISTRATOR, null, name, Scope.WRITE, null);
        boolean any = Conflicts.retried(() -> writer.change(caller, wanted));
        if (any) {
            changed.fire(new GraceChanged());
        }
    }
}

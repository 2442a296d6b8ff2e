package io.roster.audit;

import io.roster.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** What happened to a resource, newest first. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
public class Timeline {

    @PersistenceContext(unitName = "roster")
    private EntityManager entities;

    /**
     * Events of a resource. A page begins where the one before ended, so that the thousandth costs what the first does.
     *
     * @param resourceId the SCIM id of a person or a group
     * @param before the id of the last event of the page before; {@code null} for the newest events
     * @param count how many events at most
     * @return events, newest first
     */
    public List<AuditEvent> of(String resourceId, String before, int count) {
        String older = before == null ? "" : " and e.id < :before";
        TypedQuery<AuditEvent> query = entities.createQuery(
                "select e from AuditEvent e where e.resourceId = :resource" + older + " order by e.id desc",
                AuditEvent.class);
        query.setParameter("resource", resourceId);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(count).getResultList();
    }
}

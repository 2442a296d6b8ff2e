package io.roster.audit;

import io.roster.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** What happened to a resource, or by a request. */
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
        String older = before == null ? "" : " and e.id < :place";
        return page(
                "select e from AuditEvent e where e.resourceId = :of" + older + " order by e.id desc",
                resourceId,
                before,
                count);
    }

    /**
     * Events of a request, whatever they are about. Those of an import have its run's id.
     *
     * @param requestId the client's name for the request
     * @param after the id of the last event of the page before; {@code null} for the oldest events
     * @param count how many events at most
     * @return events, oldest first: in this order Derby reads no more of them than the page has
     */
    public List<AuditEvent> ofRequest(String requestId, String after, int count) {
        String newer = after == null ? "" : " and e.id > :place";
        return page(
                "select e from AuditEvent e where e.requestId = :of" + newer + " order by e.requestId, e.id",
                requestId,
                after,
                count);
    }

    private List<AuditEvent> page(String query, String of, String place, int count) {
        TypedQuery<AuditEvent> page = entities.createQuery(query, AuditEvent.class);
        page.setParameter("of", of);
        if (place != null) {
            page.setParameter("place", place);
        }
        return page.setMaxResults(count).getResultList();
    }
}

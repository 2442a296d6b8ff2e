package io.roster.telephony;

import io.roster.persistence.Conflicts;
import io.roster.schema.Schemas;
import io.roster.scim.schema.ResourceType;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Finds those whose grace has ended, and frees their services. For the server's own job: no page and no request gets here. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GraceEnd {

    @Resource(lookup = "jdbc/roster", shareable = false)
    private DataSource dataSource;

    @EJB
    private GraceEndWriter writer;

    @Inject
    private Schemas schemas;

    /**
     * The next people who have had all of their grace for a kind of service and still have some of it, those who left
     * first before the others.
     *
     * @param kind which kind
     * @param now the present
     * @param after only people who sort after this one, {@link Leaver#NONE} for all
     * @param most how many at most
     * @return people; none where the policy is to keep what they have
     */
    public List<Leaver> due(ServiceKind kind, Instant now, Leaver after, int most) {
        return PolicyRows.all(dataSource)
                .get(kind.ordinal())
                .dueWhenLeftBy(now)
                .map(by -> DueLeavers.page(dataSource, kind, by, after, most))
                .orElse(List.of());
    }

    /**
     * Frees what people have of a kind, each in a transaction of their own; passes over whoever came back meanwhile, and
     * everybody where the policy is another one by now.
     *
     * @param kind which kind
     * @param now the present
     * @param personIds SCIM ids
     */
    public void free(ServiceKind kind, Instant now, List<String> personIds) {
        ResourceType type = schemas.user();
        for (String personId : personIds) {
            Conflicts.retried(() -> writer.free(type, kind, now, personId));
        }
    }
}

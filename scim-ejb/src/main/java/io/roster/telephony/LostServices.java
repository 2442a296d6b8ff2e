package io.roster.telephony;

import io.roster.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What did not come back with people who were reactivated, until an administrator has taken note. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
public class LostServices {

    @Inject
    private Rows rows;

    /**
     * @param personId the SCIM id
     * @return what did not come back, in a constant order
     */
    public List<LostService> of(String personId) {
        return rows.list(
                "select kind, subject, reason, noted_at from service_note where person_id = ? order by kind desc,"
                        + " subject",
                row -> new LostService(
                        new FreedService(ServiceKind.valueOf(row.getString(1)), row.getString(2)),
                        ServiceReturn.valueOf(row.getString(3)),
                        Instant.ofEpochMilli(row.getLong(4))),
                personId);
    }

    /**
     * Takes the notes away.
     *
     * @param personId the SCIM id
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void dismiss(String personId) {
        rows.change("delete from service_note where person_id = ?", personId);
    }
}

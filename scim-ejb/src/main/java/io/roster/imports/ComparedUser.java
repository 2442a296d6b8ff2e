package io.roster.imports;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * A user of Okta beside the person who is linked with them.
 *
 * @param user of Okta
 * @param personId the SCIM id; {@code null} where nobody is linked with this user
 * @param personName what pages call the person; {@code null} for nobody
 * @param active whether the person is
 * @param awaited whether Okta is still to follow a deactivation or reactivation of Roster's
 * @param document the person's; {@code null} for nobody
 * @param fields the userName and what is mapped for updates; empty for nobody, and while the mapping has a problem
 * @param problem why the mapping cannot be applied to this user; {@code null} where it can
 */
public record ComparedUser(
        FetchedUser user,
        String personId,
        String personName,
        boolean active,
        boolean awaited,
        JsonObject document,
        List<ComparedField> fields,
        String problem) {}

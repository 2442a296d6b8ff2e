package io.roster.rest;

import io.roster.group.Groups;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;
import io.roster.user.Users;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The endpoints, by the first segment of an operation's path. */
@ApplicationScoped
public class BulkTargets {

    static final String USERS = "Users";

    @EJB
    private Users users;

    @EJB
    private Groups groups;

    private Map<String, BulkTarget> targets;

    @PostConstruct
    void fill() {
        targets = Map.of(
                USERS,
                new BulkTarget(users::create, users::replace, users::patch, users::delete),
                "Groups",
                new BulkTarget(groups::create, groups::replace, groups::patch, groups::delete),
                "Roles",
                BulkTarget.READ_ONLY,
                "Licenses",
                BulkTarget.READ_ONLY,
                "ServiceProviderConfig",
                BulkTarget.READ_ONLY,
                "ResourceTypes",
                BulkTarget.READ_ONLY,
                "Schemas",
                BulkTarget.READ_ONLY);
    }

    /**
     * Finds an endpoint.
     *
     * @throws ScimException 404 when there is none of that name
     */
    BulkTarget at(String endpoint) {
        BulkTarget target = targets.get(endpoint);
        if (target == null) {
            throw ScimException.notFound("There is no endpoint /" + Excerpt.of(endpoint)
                    + " for operations. The \"path\" of an operation is relative to the base URL, such as /Users or"
                    + " /Groups/{id}.");
        }
        return target;
    }
}

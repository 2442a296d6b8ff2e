package io.roster.rest;

import io.roster.access.Caller;
import io.roster.audit.Action;
import io.roster.audit.Entry;
import io.roster.audit.Refusals;
import io.roster.persistence.Ids;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Leaves an event of what was refused: a request, or an operation of a bulk request. */
@ApplicationScoped
public class RefusedRequests {

    private static final Logger LOG = Logger.getLogger(RefusedRequests.class.getName());
    private static final Map<String, String> RESOURCE_TYPES =
            Map.of("Users", "User", "Groups", "Group", "Roles", "Role", "Licenses", "License");

    @EJB
    private Refusals refusals;

    /**
     * Records a refusal.
     *
     * @param caller who asked
     * @param method the HTTP method
     * @param endpoint the first segment of the path, such as {@code Users}; empty where there is none
     * @param id the second segment, whatever it is
     * @param status the status of the answer
     * @param detail the sentence that the client got
     */
    void record(Caller caller, String method, String endpoint, String id, int status, String detail) {
        try {
            refusals.record(Entry.refused(
                    caller, action(method), status, RESOURCE_TYPES.get(endpoint), Ids.isOne(id) ? id : null, detail));
        } catch (RuntimeException e) {
            // The client gets its answer all the same: it changed nothing, so nothing is lost but the note of it.
            LOG.log(Level.WARNING, "A refused request could not be recorded: {0}", e.toString());
        }
    }

    private static Action action(String method) {
        return switch (method) {
            case HttpMethod.POST -> Action.CREATED;
            case HttpMethod.PUT, HttpMethod.PATCH -> Action.UPDATED;
            case HttpMethod.DELETE -> Action.DELETED;
            default -> Action.READ;
        };
    }
}

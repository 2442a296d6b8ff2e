package io.roster.okta.simulator.api;

import jakarta.json.JsonObject;
import java.util.Set;

/**
 * A change of a user that took effect through the API.
 *
 * @param requestId the X-Okta-Request-Id of its answer
 * @param millis when, in milliseconds since 1970
 * @param userId Okta's id
 * @param request method and path, for instance {@code POST /api/v1/users/00u1}
 * @param sent the attributes of the profile that were sent; empty for a change of the status
 * @param changed which of them had another value before; empty when the write changed nothing
 */
public record Write(
        String requestId, long millis, String userId, String request, JsonObject sent, Set<String> changed) {}

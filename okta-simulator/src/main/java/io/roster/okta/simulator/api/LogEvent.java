package io.roster.okta.simulator.api;

import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonObject;

/**
 * An event of the System Log.
 *
 * @param number counts them
 * @param millis when, in milliseconds since 1970
 * @param eventType for instance {@code user.account.update_profile}
 * @param requestId the request that led to it
 * @param targetId Okta's id of the user
 * @param targetLogin the user's login
 * @param success whether it went well
 * @param reason why not; empty where it did
 */
public record LogEvent(
        long number,
        long millis,
        String eventType,
        String requestId,
        String targetId,
        String targetLogin,
        boolean success,
        String reason) {

    /** As {@code /api/v1/logs} shows it. */
    JsonObject toJson() {
        return Json.object()
                .add("uuid", String.format("00000000-0000-4000-8000-%012d", number))
                .add("published", Times.text(millis))
                .add("eventType", eventType)
                .add("version", "0")
                .add("severity", success ? "INFO" : "WARN")
                .add(
                        "outcome",
                        Json.object()
                                .add("result", success ? "SUCCESS" : "FAILURE")
                                .add("reason", reason))
                .add("transaction", Json.object().add("type", "WEB").add("id", requestId))
                .add(
                        "target",
                        Json.array()
                                .add(Json.object()
                                        .add("id", targetId)
                                        .add("type", "User")
                                        .add("alternateId", targetLogin)))
                .build();
    }
}

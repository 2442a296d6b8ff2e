package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.OktaError;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Why profiles, or single attributes of them, can't be written. Applies to one user, or to all. Thread-safe. */
public final class Restrictions {
    /** Stands for every user. */
    public static final String EVERYBODY = "*";

    private final Map<String, Reason> users = new ConcurrentHashMap<>();
    private final Map<String, Reason> attributes = new ConcurrentHashMap<>();

    /** What Okta gives as the reason. */
    public enum Reason {
        /** E0000076: another app is the source of the user's profile. */
        MASTERED_ELSEWHERE,
        /** E0000112: the user is still being activated. */
        ACTIVATING,
        /** E0000075: the attribute is mapped from the app's profile. */
        PROFILE_PUSH,
        /** E0000077: the attribute is read-only. */
        READ_ONLY,
        /** E0000078: the attribute can't be changed once it is set. */
        IMMUTABLE
    }

    /** Nobody can change this user's profile, or everybody's ({@link #EVERYBODY}). */
    public void user(String userId, Reason reason) {
        users.put(userId, reason);
    }

    /** Nobody can change this attribute of the user, or of everybody ({@link #EVERYBODY}). */
    public void attribute(String userId, String attribute, Reason reason) {
        attributes.put(userId + " " + attribute, reason);
    }

    /** Everything can be written again. */
    public void clear() {
        users.clear();
        attributes.clear();
    }

    void check(String userId, Set<String> written) {
        Reason whole = users.getOrDefault(userId, users.get(EVERYBODY));
        if (whole != null && !written.isEmpty()) {
            throw error(whole, "");
        }
        for (String attribute : written) {
            Reason reason =
                    attributes.getOrDefault(userId + " " + attribute, attributes.get(EVERYBODY + " " + attribute));
            if (reason != null) {
                throw error(reason, attribute);
            }
        }
    }

    private static OktaError error(Reason reason, String attribute) {
        String cannot = "Cannot modify the " + attribute + " attribute because it ";
        return switch (reason) {
            case MASTERED_ELSEWHERE ->
                new OktaError(405, "E0000076", "Cannot modify the app user because it is mastered by an external app.");
            case ACTIVATING ->
                new OktaError(
                        409,
                        "E0000112",
                        "Cannot update this user because they are still being activated. Please try again in a few"
                                + " minutes.");
            case PROFILE_PUSH ->
                new OktaError(403, "E0000075", cannot + "has a field mapping and profile push is enabled.");
            case READ_ONLY -> new OktaError(403, "E0000077", cannot + "is read-only.");
            case IMMUTABLE -> new OktaError(403, "E0000078", cannot + "is immutable.");
        };
    }
}

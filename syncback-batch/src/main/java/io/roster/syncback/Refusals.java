package io.roster.syncback;

import io.roster.outbox.Reason;
import io.roster.syncback.okta.OktaException;
import java.util.Map;

/**
 * What Okta's refusals mean. By the error code, which says more than the status.
 *
 * @see <a href="https://developer.okta.com/docs/reference/error-codes/">Okta error codes</a>
 */
public final class Refusals {

    private static final Map<String, Reason> CODES = Map.ofEntries(
            Map.entry("E0000001", Reason.VALIDATION),
            Map.entry("E0000003", Reason.VALIDATION),
            Map.entry("E0000004", Reason.UNAUTHORIZED),
            Map.entry("E0000005", Reason.UNAUTHORIZED),
            Map.entry("E0000006", Reason.FORBIDDEN),
            Map.entry("E0000007", Reason.NOT_FOUND),
            Map.entry("E0000008", Reason.NOT_FOUND),
            Map.entry("E0000011", Reason.UNAUTHORIZED),
            Map.entry("E0000015", Reason.FORBIDDEN),
            Map.entry("E0000023", Reason.MASTERED),
            Map.entry("E0000031", Reason.SEARCH),
            Map.entry("E0000038", Reason.STATUS),
            Map.entry("E0000047", Reason.RATE_LIMITED),
            Map.entry("E0000075", Reason.MAPPED),
            Map.entry("E0000076", Reason.MASTERED),
            Map.entry("E0000077", Reason.READ_ONLY),
            Map.entry("E0000078", Reason.IMMUTABLE),
            Map.entry("E0000112", Reason.ACTIVATING));

    private Refusals() {}

    /** {@return what this refusal means} */
    public static Reason reason(OktaException refusal) {
        return reason(refusal.status(), refusal.errorCode());
    }

    /**
     * What a refusal means.
     *
     * @param status the HTTP status, 0 where there was no answer
     * @param code Okta's or OAuth's error code, empty where there is none
     * @return why the call was refused
     */
    static Reason reason(int status, String code) {
        if (status == 0) {
            return Reason.UNANSWERED;
        } else if (status < 400) {
            return Reason.UNREADABLE;
        } else if (CODES.containsKey(code)) {
            return CODES.get(code);
        } else if (status == 401 || !code.isEmpty() && !code.startsWith("E")) {
            // OAuth's own words come from the token endpoint: RFC 6749 section 5.2
            return Reason.UNAUTHORIZED;
        }
        return switch (status) {
            case 408 -> Reason.UNANSWERED;
            case 409, 412 -> Reason.CONFLICT;
            case 429 -> Reason.RATE_LIMITED;
            default -> status >= 500 ? Reason.UNAVAILABLE : Reason.REFUSED;
        };
    }

    /** Whether Okta is in trouble, and not the person. */
    static boolean isOutage(Reason reason) {
        return reason == Reason.UNAVAILABLE || reason == Reason.UNANSWERED || reason == Reason.UNREADABLE;
    }
}

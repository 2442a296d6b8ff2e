package io.roster.okta.simulator.api;

import io.roster.okta.simulator.fault.FaultRule;
import io.roster.okta.simulator.fault.Faults;
import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.scim.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code /simulator}: what goes wrong, and what can't be written. Not Okta's, without a token, for this computer only. */
record ControlEndpoint(Faults faults, Restrictions restrictions, SearchIndex index) {

    List<Route> routes() {
        String faultsPath = "/simulator/faults";
        String restrictionsPath = "/simulator/restrictions";
        return List.of(
                Route.of("GET", faultsPath, "", Bucket.NONE, request -> shown()),
                Route.of("POST", faultsPath, "", Bucket.NONE, this::add),
                Route.of("DELETE", faultsPath, "", Bucket.NONE, this::clear),
                Route.of("POST", restrictionsPath, "", Bucket.NONE, this::restrict),
                Route.of("DELETE", restrictionsPath, "", Bucket.NONE, this::allow),
                Route.of("POST", "/simulator/search", "", Bucket.NONE, this::searchDelay));
    }

    private ApiAnswer add(ApiRequest request) {
        JsonObject rule = request.json();
        try {
            if (rule.containsKey("seconds")) {
                Duration time = Duration.ofMillis(
                        Math.round(rule.getJsonNumber("seconds").doubleValue() * 1000));
                faults.slowness(time);
                faults.storm(time);
            }
            if (rule.containsKey("elements")) {
                faults.shortness(rule.getInt("elements"));
            }
            faults.add(FaultRule.of(rule));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw OktaError.invalid("fault", String.valueOf(e.getMessage()));
        }
        return shown();
    }

    private ApiAnswer shown() {
        JsonArrayBuilder rules = Json.array();
        faults.rules().forEach(rule -> rules.add(rule.toJson()));
        return ApiAnswer.ok(rules.build());
    }

    private ApiAnswer clear(ApiRequest request) {
        faults.clear();
        return ApiAnswer.nothing();
    }

    /** {@code {"user":"00u1","attribute":"primaryPhone","reason":"read_only"}}; without a user everybody is meant. */
    private ApiAnswer restrict(ApiRequest request) {
        JsonObject body = request.json();
        String user = body.getString("user", Restrictions.EVERYBODY);
        try {
            Restrictions.Reason reason =
                    Restrictions.Reason.valueOf(body.getString("reason", "").toUpperCase(Locale.ROOT));
            if (body.containsKey("attribute")) {
                restrictions.attribute(user, body.getString("attribute"), reason);
            } else {
                restrictions.user(user, reason);
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            throw OktaError.invalid("reason", String.valueOf(e.getMessage()));
        }
        return ApiAnswer.nothing();
    }

    private ApiAnswer allow(ApiRequest request) {
        restrictions.clear();
        return ApiAnswer.nothing();
    }

    /** {@code {"seconds":5}}: how much later a search sees changes. */
    private ApiAnswer searchDelay(ApiRequest request) {
        index.delay(Duration.ofSeconds(request.json().getInt("seconds", 0)));
        return ApiAnswer.nothing();
    }
}

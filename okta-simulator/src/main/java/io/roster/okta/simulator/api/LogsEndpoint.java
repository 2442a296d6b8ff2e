package io.roster.okta.simulator.api;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.Bucket;
import io.roster.okta.simulator.http.OktaError;
import io.roster.okta.simulator.http.Route;
import io.roster.okta.simulator.query.Expression;
import io.roster.okta.simulator.query.ExpressionParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/logs}: the System Log, with filter, since, until, q and sortOrder. */
record LogsEndpoint(SystemLog log) {
    private static final int DEFAULT = 100;
    private static final int MOST = 1000;

    List<Route> routes() {
        return List.of(Route.of("GET", "/api/v1/logs", "okta.logs", Bucket.LOGS, this::list));
    }

    /** Without {@code until} there is always a next page: Okta's client goes on polling there. */
    private ApiAnswer list(ApiRequest request) {
        List<LogEvent> events = new ArrayList<>(matching(request));
        boolean descending =
                request.query().get("sortOrder").filter("DESCENDING"::equals).isPresent();
        boolean polling = request.query().get("until").isEmpty() && !descending;
        if (descending) {
            Collections.reverse(events);
        }
        int start = Math.min(Paging.start(request), events.size());
        int end = Math.min(events.size(), start + request.query().limit(DEFAULT, MOST));
        return Paging.answer(
                request,
                events.subList(start, end).stream().map(LogEvent::toJson).toList(),
                polling || end < events.size() ? end : -1);
    }

    private List<LogEvent> matching(ApiRequest request) {
        Optional<Expression> filter = request.query().get("filter").map(ExpressionParser::parse);
        Optional<Expression> since = time(request, "since", "ge");
        Optional<Expression> until = time(request, "until", "lt");
        String word = request.query().get("q").orElse("");
        return log.events().stream()
                .filter(event -> List.of(filter, since, until).stream()
                        .flatMap(Optional::stream)
                        .allMatch(condition -> condition.matches(name -> value(event, name))))
                .filter(event -> (event.eventType() + " " + event.targetLogin()).contains(word))
                .toList();
    }

    private static Optional<Expression> time(ApiRequest request, String parameter, String operator) {
        return request.query()
                .get(parameter)
                .map(time -> ExpressionParser.parse("published " + operator + " \"" + time + "\""));
    }

    private static String value(LogEvent event, String attribute) {
        return switch (attribute) {
            case "eventType" -> event.eventType();
            case "published" -> Times.text(event.millis());
            case "outcome.result" -> event.success() ? "SUCCESS" : "FAILURE";
            case "transaction.id" -> event.requestId();
            case "target.id" -> event.targetId();
            case "target.alternateId" -> event.targetLogin();
            default -> throw OktaError.badSearch("The attribute " + attribute + " does not exist");
        };
    }
}

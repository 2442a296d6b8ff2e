package io.roster.okta.simulator.fault;

import io.roster.okta.simulator.http.ApiAnswer;
import io.roster.okta.simulator.http.ApiRequest;
import io.roster.okta.simulator.http.OktaError;
import java.util.Optional;
import java.util.function.Function;

/** What can go wrong with a request. */
public enum Fault {
    /** 429 with the rate limit used up, whatever was used of it. */
    RATE_LIMITED,
    /** 429 with limit and remaining 0: too many requests at once. */
    CONCURRENCY,
    /** 503. */
    UNAVAILABLE,
    /** 500. */
    ERROR,
    /** The answer comes late. */
    SLOW,
    /** The connection is cut before the request takes effect. */
    CUT_BEFORE,
    /** The request takes effect, then the connection is cut. */
    CUT_AFTER,
    /** The request takes effect, then its answer is no JSON. */
    WRONG_JSON,
    /** A page has fewer elements than were asked for, and there are more pages. */
    SHORT,
    /** A page that says the first of its list once more at its end. */
    TWICE,
    /** A page that leads to itself. */
    ENDLESS,
    /** A page whose headers say that its list has one element in all. */
    WRONG_TOTAL,
    /** 400 E0000029: a link to a page is not known any more. */
    EXPIRED_LINK;

    /** The answer to a request with which this goes wrong; empty where the connection is cut. */
    public Optional<ApiAnswer> around(ApiRequest request, Faults faults, Function<ApiRequest, ApiAnswer> served) {
        return switch (this) {
            case RATE_LIMITED -> Optional.of(faults.storm());
            case CONCURRENCY -> Optional.of(faults.concurrency());
            case UNAVAILABLE ->
                Optional.of(
                        new OktaError(503, "E0000010", "Service is in read only mode").answer(faults.causesAsObject()));
            case ERROR ->
                Optional.of(new OktaError(500, "E0000009", "Internal Server Error").answer(faults.causesAsObject()));
            case SLOW -> {
                faults.pause();
                yield Optional.of(served.apply(request));
            }
            case CUT_BEFORE -> Optional.empty();
            case CUT_AFTER -> {
                served.apply(request);
                yield Optional.empty();
            }
            case WRONG_JSON -> Optional.of(served.apply(request).withBody("<html>{\"status\":"));
            case SHORT -> Optional.of(served.apply(WrongPages.shorter(request, faults.shortness())));
            case TWICE -> Optional.of(WrongPages.twice(served.apply(request)));
            case ENDLESS -> Optional.of(WrongPages.endless(served.apply(request), request));
            case WRONG_TOTAL -> Optional.of(served.apply(request).with("X-Total-Count", "1"));
            case EXPIRED_LINK ->
                Optional.of(new OktaError(400, "E0000029", "Invalid paging request.").answer(faults.causesAsObject()));
        };
    }
}

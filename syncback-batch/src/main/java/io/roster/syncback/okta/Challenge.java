package io.roster.syncback.okta;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code WWW-Authenticate} says of a token or a proof that Okta does not take (RFC 6750 section 3, RFC 9449 section
 * 7.1). Okta says what it minds of a proof nowhere else.
 */
final class Challenge {

    private static final Pattern ERROR = Pattern.compile("\\berror=\"([^\"]*)\"");
    private static final Pattern DESCRIPTION = Pattern.compile("\\berror_description=\"([^\"]*)\"");

    private Challenge() {}

    /** {@return the error about a proof; empty where there is none} */
    static Optional<OktaError> ofProof(Response response) {
        String header = Headers.first(response.getHeaders(), "WWW-Authenticate");
        return first(ERROR, header)
                .filter(error -> error.contains("dpop"))
                .map(error -> new OktaError(error, first(DESCRIPTION, header).orElse(error), List.of()));
    }

    private static Optional<String> first(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

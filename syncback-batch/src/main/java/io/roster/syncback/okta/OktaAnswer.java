package io.roster.syncback.okta;

import java.util.Optional;

/**
 * What Okta answered with success.
 *
 * @param value what was asked for
 * @param rateLimit what is left of the bucket; empty where Okta did not say
 * @param requestId {@code X-Okta-Request-Id}, which names the call towards Okta's support; empty where Okta did not say
 * @param <T> what was asked for
 */
public record OktaAnswer<T>(T value, Optional<RateLimit> rateLimit, String requestId) {}

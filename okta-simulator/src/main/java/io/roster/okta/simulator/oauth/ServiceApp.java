package io.roster.okta.simulator.oauth;

import java.util.Set;

/**
 * An API services app, which gets access tokens with {@code private_key_jwt}.
 *
 * @param clientId its id, for instance {@code 0oaroster}
 * @param keys its public keys
 * @param scopes what an administrator granted it, for instance {@code okta.users.manage}
 * @param proving whether it must prove that its access tokens are its own (DPoP), as Okta asks of new apps
 */
public record ServiceApp(String clientId, Jwks keys, Set<String> scopes, boolean proving) {}

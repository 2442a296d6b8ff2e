package io.roster.okta;

import java.net.URI;

/**
 * An Okta org and a way to sign in there.
 *
 * @param url scheme, host and, for a simulator, port: what every path of the API is appended to; no slash at its end
 * @param credentials how to sign in
 */
public record OktaConnection(URI url, OktaCredentials credentials) {}

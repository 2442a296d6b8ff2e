package io.roster.okta.simulator.scim;

import java.net.http.HttpHeaders;

/**
 * What came back for a request.
 *
 * @param request the request
 * @param status the HTTP status
 * @param headers all headers of the answer
 * @param text the body as text, empty if there was none
 */
public record ScimAnswer(ScimRequest request, int status, HttpHeaders headers, String text) {}

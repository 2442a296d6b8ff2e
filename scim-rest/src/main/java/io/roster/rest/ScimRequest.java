package io.roster.rest;

import io.roster.access.Caller;
import io.roster.scim.protocol.AttributeProjection;
import io.roster.scim.protocol.JsonBody;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** What every method of the endpoint needs to know of its request. */
public class ScimRequest {

    @Context
    private SecurityContext security;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    Caller caller() {
        return ((TokenPrincipal) security.getUserPrincipal()).caller();
    }

    /** The SCIM id of the person for whom the caller acts; 404 where there is none. */
    String me() {
        return caller().requirePerson();
    }

    Preconditions preconditions() {
        return new Preconditions(
                headers.getHeaderString(HttpHeaders.IF_MATCH), headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }

    boolean hasFilter() {
        return uri.getQueryParameters().containsKey("filter");
    }

    SearchRequest search() {
        return SearchRequest.parse(uri.getQueryParameters());
    }

    /** A query that was sent as a body (RFC 7644 section 3.4.3). */
    SearchRequest search(InputStream body) {
        return SearchRequest.parse(body(body));
    }

    AttributeProjection projection(ResourceType type) {
        return AttributeProjection.of(
                type,
                uri.getQueryParameters().getFirst("attributes"),
                uri.getQueryParameters().getFirst("excludedAttributes"));
    }

    /** Whether the answer is to have an attribute, as far as the attribute parameters say. */
    boolean wants(ResourceType type, String attribute) {
        return !projects() || projection(type).includes(attribute);
    }

    boolean projects() {
        return uri.getQueryParameters().containsKey("attributes")
                || uri.getQueryParameters().containsKey("excludedAttributes");
    }

    String base() {
        return PublicUrl.base(uri);
    }

    JsonObject body(InputStream stream) {
        return JsonBody.parse(RequestBody.bytes(stream, headers), RequestBody.charset(headers));
    }

    /** The body of a bulk request, which has a limit of its own. */
    JsonObject bulkBody(InputStream stream) {
        return JsonBody.parse(RequestBody.bulkBytes(stream, headers), RequestBody.charset(headers));
    }
}

package io.roster.rest;

import io.roster.persistence.Documents;
import io.roster.scim.protocol.AttributeProjection;
import io.roster.scim.protocol.ETag;
import io.roster.scim.protocol.ListResponse;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes answers: always {@code application/scim+json}; about one resource with {@code ETag}, and with {@code Location}
 * and {@code Content-Location} as in {@code meta} (RFC 7643 section 3.1).
 */
final class Answers {

    private Answers() {}

    static Response read(StoredResource resource, ResourceType type, ScimRequest request) {
        return request.preconditions().notModified(resource.etag())
                ? located(Response.notModified(), resource.location(request.base()), resource.etag())
                : one(Response.ok(), resource, type, request);
    }

    /** A resource that is made for each answer: it has the version that its content gives it. */
    static Response discovered(JsonObject resource, ScimRequest request) {
        Discovered discovered = Discovered.of(resource);
        ETag version = discovered.version();
        Response.ResponseBuilder answer = request.preconditions().notModified(version)
                ? Response.notModified()
                : json(Response.ok(), discovered.toJson().toString());
        return located(answer, discovered.location(), version);
    }

    static Response one(
            Response.ResponseBuilder answer, StoredResource resource, ResourceType type, ScimRequest request) {
        String base = request.base();
        String text = request.projects() ? projected(resource, request.projection(type), base) : resource.toJson(base);
        return located(json(answer, text), resource.location(base), resource.etag());
    }

    private static Response located(Response.ResponseBuilder answer, String location, ETag version) {
        return answer.header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.CONTENT_LOCATION, location)
                .header(HttpHeaders.ETAG, version)
                .build();
    }

    static Response none(StoredResource resource, ScimRequest request) {
        return Response.noContent()
                .header(HttpHeaders.LOCATION, resource.location(request.base()))
                .header(HttpHeaders.ETAG, resource.etag())
                .build();
    }

    static Response page(ResourcePage page, ResourceType type, SearchRequest search, ScimRequest request) {
        return page(page, name -> type, search, request);
    }

    /** A page whose resources may be of several types. */
    static Response page(
            ResourcePage page, Function<String, ResourceType> types, SearchRequest search, ScimRequest request) {
        String base = request.base();
        Map<String, AttributeProjection> projections = new HashMap<>();
        String resources = page.resources().stream()
                .map(resource -> search.projects()
                        ? projected(
                                resource,
                                projections.computeIfAbsent(
                                        resource.resourceType(), name -> search.projection(types.apply(name))),
                                base)
                        : resource.toJson(base))
                .collect(Collectors.joining(","));
        String start = page.startIndex() == 0 ? "" : ",\"startIndex\":" + page.startIndex();
        String next = page.nextCursor() == null ? "" : ",\"nextCursor\":\"" + page.nextCursor() + '"';
        String text = "{\"schemas\":[\"" + ListResponse.URN + "\"],\"totalResults\":" + page.totalResults() + start
                + next + ",\"itemsPerPage\":" + page.resources().size() + ",\"Resources\":[" + resources + "]}";
        return json(Response.ok(), text).build();
    }

    static Response object(JsonObject object) {
        return json(Response.ok(), object.toString()).build();
    }

    static Response.ResponseBuilder json(Response.ResponseBuilder answer, String text) {
        return answer.type(MediaTypes.SCIM).entity(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String projected(StoredResource resource, AttributeProjection projection, String base) {
        return projection.apply(Documents.parse(resource.toJson(base))).toString();
    }
}

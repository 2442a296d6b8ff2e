package io.roster.rest;

import io.roster.persistence.Documents;
import io.roster.scim.protocol.AttributeProjection;
import io.roster.scim.protocol.ResourcePage;
import io.roster.scim.protocol.StoredResource;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Writes answers: always {@code application/scim+json}; about one resource with {@code Location}, {@code Content-Location}
 * (RFC 7643 section 3.1) and {@code ETag}.
 */
final class Answers {

    private Answers() {}

    static Response read(StoredResource resource, ResourceType type, ScimRequest request) {
        if (request.preconditions().notModified(resource.etag())) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, resource.etag())
                    .build();
        }
        return one(Response.ok(), resource, type, request);
    }

    static Response one(
            Response.ResponseBuilder answer, StoredResource resource, ResourceType type, ScimRequest request) {
        String base = request.base();
        String text = request.projects() ? projected(resource, request.projection(type), base) : resource.toJson(base);
        return json(answer, text)
                .header(HttpHeaders.LOCATION, resource.location(base))
                .header(HttpHeaders.CONTENT_LOCATION, resource.location(base))
                .header(HttpHeaders.ETAG, resource.etag())
                .build();
    }

    static Response none(StoredResource resource, ScimRequest request) {
        return Response.noContent()
                .header(HttpHeaders.LOCATION, resource.location(request.base()))
                .header(HttpHeaders.ETAG, resource.etag())
                .build();
    }

    static Response page(ResourcePage page, ResourceType type, ScimRequest request) {
        String base = request.base();
        AttributeProjection projection = request.projects() ? request.projection(type) : null;
        String resources = page.resources().stream()
                .map(resource -> projection == null ? resource.toJson(base) : projected(resource, projection, base))
                .collect(Collectors.joining(","));
        String text = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":"
                + page.totalResults() + ",\"startIndex\":" + page.startIndex() + ",\"itemsPerPage\":"
                + page.resources().size() + ",\"Resources\":[" + resources + "]}";
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

package io.roster.rest;

import io.roster.schema.Schemas;
import io.roster.scim.protocol.ListResponse;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What this service provider can do and which attributes there are (RFC 7644 section 4). Read-only. */
@Path("/")
@ApplicationScoped
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
public class Discovery {

    @Inject
    private Schemas schemas;

    /**
     * @param request the request
     * @return 200 with the ServiceProviderConfig, or 304
     */
    @GET
    @Path("ServiceProviderConfig")
    public Response serviceProviderConfig(@BeanParam ScimRequest request) {
        return located(request, ServiceProviderConfig.json(request.base()));
    }

    /**
     * @param request the request
     * @return 200 with every resource type
     */
    @GET
    @Path("ResourceTypes")
    public Response resourceTypes(@BeanParam ScimRequest request) {
        return all(
                request,
                schemas.registry().resourceTypes().stream()
                        .map(type -> type.toJson(request.base()))
                        .toList());
    }

    /**
     * @param request the request
     * @param name a resource type's name
     * @return 200 with that resource type, or 304
     */
    @GET
    @Path("ResourceTypes/{name}")
    public Response resourceType(@BeanParam ScimRequest request, @PathParam("name") String name) {
        ResourceType type = schemas.registry()
                .resourceType(name)
                .orElseThrow(() -> ScimException.notFound(
                        "There is no resource type of that name. /ResourceTypes lists those that there are."));
        return located(request, type.toJson(request.base()));
    }

    /**
     * @param request the request
     * @return 200 with every schema
     */
    @GET
    @Path("Schemas")
    public Response schemas(@BeanParam ScimRequest request) {
        return all(
                request,
                schemas.registry().schemas().stream()
                        .map(schema -> schema.toJson(request.base()))
                        .toList());
    }

    /**
     * @param request the request
     * @param id a schema's URN
     * @return 200 with that schema, or 304
     */
    @GET
    @Path("Schemas/{id}")
    public Response schema(@BeanParam ScimRequest request, @PathParam("id") String id) {
        Schema schema = schemas.registry()
                .schema(id)
                .orElseThrow(() -> ScimException.notFound(
                        "There is no schema with that URN. /Schemas lists those that there are."));
        return located(request, schema.toJson(request.base()));
    }

    private static Response all(ScimRequest request, List<JsonObject> resources) {
        refuseFilter(request);
        List<JsonObject> versioned = resources.stream()
                .map(resource -> Discovered.of(resource).toJson())
                .toList();
        return Answers.object(new ListResponse(versioned.size(), 1, versioned).toJson());
    }

    private static Response located(ScimRequest request, JsonObject resource) {
        refuseFilter(request);
        return Answers.discovered(resource, request);
    }

    /** A client that filters would take what it gets for what matches; other parameters of queries are ignored. */
    private static void refuseFilter(ScimRequest request) {
        if (request.hasFilter()) {
            throw ScimException.forbidden(
                    "Schemas, resource types and the configuration cannot be filtered. Ask without a filter.");
        }
    }
}

package io.roster.rest;

import io.roster.entitlement.DiscoveredEntitlements;
import io.roster.entitlement.EntitlementType;
import io.roster.scim.protocol.SearchRequest;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * The endpoints {@code /Roles} and {@code /Licenses}: what Okta discovers that people can have. Read-only, every other
 * method is answered 405.
 */
@Path("/{endpoint: Roles|Licenses}")
@ApplicationScoped
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class EntitlementsEndpoint {

    @EJB
    private DiscoveredEntitlements entitlements;

    /**
     * @param request the request, with filter and paging
     * @param endpoint which of the two
     * @return 200 with a ListResponse
     */
    @GET
    public Response list(@BeanParam ScimRequest request, @PathParam("endpoint") String endpoint) {
        return list(request, type(endpoint), request.search());
    }

    /**
     * @param request the request
     * @param endpoint which of the two
     * @param body a SearchRequest message
     * @return 200 with a ListResponse
     */
    @POST
    @Path(".search")
    public Response search(@BeanParam ScimRequest request, @PathParam("endpoint") String endpoint, InputStream body) {
        return list(request, type(endpoint), request.search(body));
    }

    private Response list(ScimRequest request, EntitlementType type, SearchRequest search) {
        return Answers.page(
                entitlements.list(type, request.caller(), search, request.base()),
                entitlements.resourceType(type),
                search,
                request);
    }

    /**
     * @param request the request
     * @param endpoint which of the two
     * @param id the SCIM id
     * @return 200 with the resource, or 304
     */
    @GET
    @Path("{id}")
    public Response get(
            @BeanParam ScimRequest request, @PathParam("endpoint") String endpoint, @PathParam("id") String id) {
        EntitlementType type = type(endpoint);
        return Answers.read(entitlements.get(type, id), entitlements.resourceType(type), request);
    }

    private static EntitlementType type(String endpoint) {
        return endpoint.equals("Roles") ? EntitlementType.ROLE : EntitlementType.LICENSE;
    }
}

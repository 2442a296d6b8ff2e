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

/** The endpoint {@code /Roles}: the roles that Okta discovers. Read-only, every other method is answered 405. */
@Path("/Roles")
@ApplicationScoped
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class RolesEndpoint {

    @EJB
    private DiscoveredEntitlements entitlements;

    /**
     * @param request the request, with filter and paging
     * @return 200 with a ListResponse
     */
    @GET
    public Response list(@BeanParam ScimRequest request) {
        return list(request, request.search());
    }

    /**
     * @param request the request
     * @param body a SearchRequest message
     * @return 200 with a ListResponse
     */
    @POST
    @Path(".search")
    public Response search(@BeanParam ScimRequest request, InputStream body) {
        return list(request, request.search(body));
    }

    private Response list(ScimRequest request, SearchRequest search) {
        return Answers.page(
                entitlements.list(EntitlementType.ROLE, request.caller(), search, request.base()),
                entitlements.resourceType(EntitlementType.ROLE),
                search,
                request);
    }

    /**
     * @param request the request
     * @param id the SCIM id
     * @return 200 with the resource, or 304
     */
    @GET
    @Path("{id}")
    public Response get(@BeanParam ScimRequest request, @PathParam("id") String id) {
        return Answers.read(
                entitlements.get(EntitlementType.ROLE, id), entitlements.resourceType(EntitlementType.ROLE), request);
    }
}

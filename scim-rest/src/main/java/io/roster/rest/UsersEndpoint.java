package io.roster.rest;

import io.roster.schema.Schemas;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.SearchRequest;
import io.roster.user.Users;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The endpoint {@code /Users} (RFC 7644 section 3.2): see {@link Users} for what each method does and refuses. */
@Path("/Users")
@ApplicationScoped
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class UsersEndpoint {

    @Inject
    private Schemas schemas;

    @EJB
    private Users users;

    /**
     * @param request the request
     * @param body the resource to create
     * @return 201 with the resource
     */
    @POST
    public Response create(@BeanParam ScimRequest request, InputStream body) {
        return Answers.one(
                Response.status(201),
                users.create(request.caller(), request.body(body), request.preconditions()),
                schemas.user(),
                request);
    }

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
        boolean references = search.wants(schemas.user(), "groups");
        return Answers.page(
                users.list(request.caller(), search, references, request.base()), schemas.user(), search, request);
    }

    /**
     * @param request the request
     * @param id the SCIM id
     * @return 200 with the resource, or 304
     */
    @GET
    @Path("{id}")
    public Response get(@BeanParam ScimRequest request, @PathParam("id") String id) {
        boolean references = request.wants(schemas.user(), "groups");
        return Answers.read(users.get(id, references), schemas.user(), request);
    }

    /**
     * @param request the request
     * @param id the SCIM id
     * @param body the resource as it is to be
     * @return 200 with the resource
     */
    @PUT
    @Path("{id}")
    public Response replace(@BeanParam ScimRequest request, @PathParam("id") String id, InputStream body) {
        return Answers.one(
                Response.ok(),
                users.replace(request.caller(), id, request.body(body), request.preconditions()),
                schemas.user(),
                request);
    }

    /**
     * @param request the request
     * @param id the SCIM id
     * @param body a PatchOp message
     * @return 200 with the resource
     */
    @PATCH
    @Path("{id}")
    public Response patch(@BeanParam ScimRequest request, @PathParam("id") String id, InputStream body) {
        return Answers.one(
                Response.ok(),
                users.patch(request.caller(), id, PatchOperation.parse(request.body(body)), request.preconditions()),
                schemas.user(),
                request);
    }

    /**
     * @param request the request
     * @param id the SCIM id
     * @return 204
     */
    @DELETE
    @Path("{id}")
    public Response delete(@BeanParam ScimRequest request, @PathParam("id") String id) {
        users.delete(request.caller(), id, request.preconditions());
        return Response.noContent().build();
    }
}

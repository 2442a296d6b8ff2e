package io.roster.rest;

import io.roster.group.Groups;
import io.roster.schema.Schemas;
import io.roster.scim.patch.PatchOperation;
import io.roster.scim.protocol.SearchRequest;
import io.roster.scim.protocol.StoredResource;
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

/** The endpoint {@code /Groups} (RFC 7644 section 3.2): see {@link Groups} for what each method does and refuses. */
@Path("/Groups")
@ApplicationScoped
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class GroupsEndpoint {

    @Inject
    private Schemas schemas;

    @EJB
    private Groups groups;

    /**
     * @param request the request
     * @param body the resource to create
     * @return 201 with the resource
     */
    @POST
    public Response create(@BeanParam ScimRequest request, InputStream body) {
        StoredResource created = groups.create(request.caller(), request.body(body), request.preconditions());
        return Answers.one(Response.status(201), asked(created, request), schemas.group(), request);
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
        boolean references = search.wants(schemas.group(), "members");
        return Answers.page(
                groups.list(request.caller(), search, references, request.base()), schemas.group(), search, request);
    }

    /**
     * @param request the request
     * @param id the SCIM id
     * @return 200 with the resource, or 304
     */
    @GET
    @Path("{id}")
    public Response get(@BeanParam ScimRequest request, @PathParam("id") String id) {
        boolean references = request.wants(schemas.group(), "members");
        return Answers.read(groups.get(id, references), schemas.group(), request);
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
        StoredResource replaced = groups.replace(request.caller(), id, request.body(body), request.preconditions());
        return Answers.one(Response.ok(), asked(replaced, request), schemas.group(), request);
    }

    /**
     * @param request the request
     * @param id the SCIM id
     * @param body a PatchOp message
     * @return 200 with the resource, or 204 when it has so many members that the boundary left them out
     */
    @PATCH
    @Path("{id}")
    public Response patch(@BeanParam ScimRequest request, @PathParam("id") String id, InputStream body) {
        StoredResource patched =
                groups.patch(request.caller(), id, PatchOperation.parse(request.body(body)), request.preconditions());
        if (patched.references() == null && !request.projects()) {
            // The whole resource or none of it (RFC 7644 section 3.5.2).
            return Answers.none(patched, request);
        }
        return Answers.one(Response.ok(), asked(patched, request), schemas.group(), request);
    }

    /**
     * @param request the request
     * @param id the SCIM id
     * @return 204
     */
    @DELETE
    @Path("{id}")
    public Response delete(@BeanParam ScimRequest request, @PathParam("id") String id) {
        groups.delete(request.caller(), id, request.preconditions());
        return Response.noContent().build();
    }

    /** With its members where the client asks for them by name, however many there are (RFC 7644 section 3.9). */
    private StoredResource asked(StoredResource written, ScimRequest request) {
        boolean areMissing = written.references() == null && request.projects();
        return areMissing && request.wants(schemas.group(), "members") ? groups.get(written.id(), true) : written;
    }
}

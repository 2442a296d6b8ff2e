package io.roster.rest;

import io.roster.directory.Directory;
import io.roster.schema.Schemas;
import io.roster.scim.protocol.SearchRequest;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The base of the endpoint: queries over resources of all types (RFC 7644 sections 3.4.2.1 and 3.4.3). */
@Path("/")
@ApplicationScoped
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class RootEndpoint {

    @EJB
    private Directory directory;

    @Inject
    private Schemas schemas;

    /**
     * @param request the request, with filter, order and paging
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
                directory.search(
                        request.caller(),
                        search,
                        type -> search.wants(type, type.equals(schemas.group()) ? "members" : "groups"),
                        request.base()),
                name -> schemas.registry().resourceType(name).orElseThrow(),
                search,
                request);
    }
}

package io.roster.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * The alias {@code /Me} (RFC 7644 section 3.11): the User to whom the caller's API token belongs, answered as at
 * {@link UsersEndpoint}, and 404 for a token that belongs to nobody. There is no POST: whoever could send it is there
 * already.
 */
@Path("/Me")
@ApplicationScoped
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class MeEndpoint {

    @Inject
    private UsersEndpoint users;

    /**
     * @param request the request
     * @return as {@link UsersEndpoint#get}
     */
    @GET
    public Response get(@BeanParam ScimRequest request) {
        return users.get(request, request.me());
    }

    /**
     * @param request the request
     * @param body the resource as it is to be
     * @return as {@link UsersEndpoint#replace}
     */
    @PUT
    public Response replace(@BeanParam ScimRequest request, InputStream body) {
        return users.replace(request, request.me(), body);
    }

    /**
     * @param request the request
     * @param body a PatchOp message
     * @return as {@link UsersEndpoint#patch}
     */
    @PATCH
    public Response patch(@BeanParam ScimRequest request, InputStream body) {
        return users.patch(request, request.me(), body);
    }

    /**
     * @param request the request
     * @return as {@link UsersEndpoint#delete}; the token is refused from then on
     */
    @DELETE
    public Response delete(@BeanParam ScimRequest request) {
        return users.delete(request, request.me());
    }
}

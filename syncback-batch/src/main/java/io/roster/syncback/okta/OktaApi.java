package io.roster.syncback.okta;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The calls of Okta's management API, on the wire. {@link OktaClient} is what others use: it reads the answers, refusals
 * included.
 *
 * @see <a href="https://developer.okta.com/docs/api/openapi/okta-management/guides/overview/">Okta management API</a>
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface OktaApi extends AutoCloseable {

    /** Any users, active or not. */
    @GET
    @Path("users")
    Response users(@QueryParam("limit") int limit);

    /** One user by id or login. */
    @GET
    @Path("users/{id}")
    Response user(@PathParam("id") String id);

    /** A partial update: what the profile leaves out stays as it is. */
    @POST
    @Path("users/{id}")
    Response update(@PathParam("id") String id, @HeaderParam("If-Match") String etag, String body);

    /** Changes what an app has of a user. */
    @POST
    @Path("apps/{app}/users/{id}")
    Response updateAppUser(@PathParam("app") String app, @PathParam("id") String id, String body);

    /** Assigns an app to a user. */
    @POST
    @Path("apps/{app}/users")
    Response assign(@PathParam("app") String app, String body);

    /** Assigns it to them no more. */
    @DELETE
    @Path("apps/{app}/users/{id}")
    Response unassign(@PathParam("app") String app, @PathParam("id") String id);

    /** Makes a user a member of a group. */
    @PUT
    @Path("groups/{group}/users/{id}")
    Response addMember(@PathParam("group") String group, @PathParam("id") String id);

    /** A user is a member no more. */
    @DELETE
    @Path("groups/{group}/users/{id}")
    Response removeMember(@PathParam("group") String group, @PathParam("id") String id);

    /** A change of status. */
    @POST
    @Path("users/{id}/lifecycle/{transition}")
    Response lifecycle(
            @PathParam("id") String id,
            @PathParam("transition") String transition,
            @QueryParam("sendEmail") Boolean sendEmail,
            String body);

    /** The schema of the default user type. */
    @GET
    @Path("meta/schemas/user/default")
    Response userSchema();

    /** Adds to the schema of the default user type, or changes what it has. */
    @POST
    @Path("meta/schemas/user/default")
    Response changeUserSchema(String body);

    @Override
    void close();
}

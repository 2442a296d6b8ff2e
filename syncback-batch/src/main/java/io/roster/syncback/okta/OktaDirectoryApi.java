package io.roster.syncback.okta;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The calls that read who is assigned to an app, on the wire. {@link OktaDirectory} is what others use.
 *
 * @see <a href="https://developer.okta.com/docs/api/openapi/okta-management/guides/overview/">Okta management API</a>
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface OktaDirectoryApi extends AutoCloseable {

    /** Users to whom an app is assigned. */
    @GET
    @Path("apps/{app}/users")
    Response appUsers(
            @PathParam("app") String app, @QueryParam("limit") int limit, @QueryParam("expand") String expand);

    /** One of them. */
    @GET
    @Path("apps/{app}/users/{id}")
    Response appUser(@PathParam("app") String app, @PathParam("id") String id, @QueryParam("expand") String expand);

    /** Groups to which an app is assigned. */
    @GET
    @Path("apps/{app}/groups")
    Response appGroups(
            @PathParam("app") String app, @QueryParam("limit") int limit, @QueryParam("expand") String expand);

    /** A group. */
    @GET
    @Path("groups/{id}")
    Response group(@PathParam("id") String id);

    /** Members of a group. */
    @GET
    @Path("groups/{id}/users")
    Response members(@PathParam("id") String id, @QueryParam("limit") int limit);

    /** A user by id or login. */
    @GET
    @Path("users/{id}")
    Response user(@PathParam("id") String id);

    /** What group push does for an app. */
    @GET
    @Path("apps/{app}/group-push/mappings")
    Response pushMappings(@PathParam("app") String app, @QueryParam("limit") int limit);

    /** Users that meet a condition. */
    @GET
    @Path("users")
    Response search(@QueryParam("search") String search, @QueryParam("limit") int limit);

    /** Events of the System Log, the oldest first. */
    @GET
    @Path("logs")
    Response logs(
            @QueryParam("filter") String filter,
            @QueryParam("since") String since,
            @QueryParam("until") String until,
            @QueryParam("limit") int limit);

    /** Whatever stands at an address that Okta gave; {@link NextLink} puts it in the place of this one. */
    @GET
    @Path("next")
    Response next(@HeaderParam(NextLink.HEADER) String link);

    @Override
    void close();
}

package io.roster.syncback.okta;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The org authorization server's token endpoint (RFC 6749 section 4.4 with RFC 7523 section 2.2, and RFC 9449
 * section 5).
 *
 * @see <a href="https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/">OAuth for Okta with a
 *     service app</a>
 */
@Path(OktaTokenApi.PATH)
public interface OktaTokenApi extends AutoCloseable {

    /** Where it is; with the org's URL before it, the audience of the assertion. */
    String PATH = "/oauth2/v1/token";

    /** Asks for an access token; {@code proof} is left out where it is {@code null}. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Response token(
            @HeaderParam("DPoP") String proof,
            @FormParam("grant_type") String grantType,
            @FormParam("scope") String scope,
            @FormParam("client_assertion_type") String assertionType,
            @FormParam("client_assertion") String assertion);

    @Override
    void close();
}

package io.roster.rest;

import io.roster.scim.bulk.BulkJob;
import io.roster.scim.bulk.BulkRequest;
import io.roster.scim.bulk.BulkResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** The endpoint {@code /Bulk} (RFC 7644 section 3.7): see {@link BulkJob} for what becomes of its operations. */
@Path("/Bulk")
@ApplicationScoped
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
public class BulkEndpoint {

    @Inject
    private BulkTargets targets;

    @Inject
    private RefusedRequests refused;

    /**
     * @param request the request
     * @param body a BulkRequest message
     * @return 200 with a BulkResponse, whatever came of the single operations; what is no bulk request at all, or one of a
     *     caller that may not write, is refused before anything is done
     */
    @POST
    public Response bulk(@BeanParam ScimRequest request, InputStream body) {
        request.caller().mayWrite();
        BulkRequest bulk = BulkRequest.parse(request.bulkBody(body));
        List<BulkResult> results = BulkJob.run(bulk, new BulkExecution(request.caller(), targets, refused));
        return Answers.object(BulkResult.message(results, request.base()));
    }
}

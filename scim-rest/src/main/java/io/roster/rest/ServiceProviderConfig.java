package io.roster.rest;

import io.roster.persistence.Cursors;
import io.roster.persistence.Documents;
import io.roster.scim.bulk.BulkRequest;
import io.roster.scim.protocol.SearchRequest;
import jakarta.json.JsonObject;

/** What this service provider supports (RFC 7643 section 5). It announces what is true, limits of what is not included. */
final class ServiceProviderConfig {

    private static final String TEXT = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
             "patch":{"supported":true},
             "bulk":{"supported":true,"maxOperations":%d,"maxPayloadSize":%d},
             "filter":{"supported":true,"maxResults":%d},
             "changePassword":{"supported":false},
             "sort":{"supported":true},
             "pagination":{"cursor":true,"index":true,"defaultPaginationMethod":"index","defaultPageSize":%d,
              "maxPageSize":%d,"cursorTimeout":%d},
             "etag":{"supported":true},
             "authenticationSchemes":[
              {"type":"oauthbearertoken","name":"API token","primary":true,
               "description":"An API token from Roster's console, as Bearer token or alone in the Authorization header",
               "specUri":"https://www.rfc-editor.org/info/rfc6750"},
              {"type":"httpbasic","name":"API token as password","primary":false,
               "description":"HTTP Basic with any user name, and an API token as password",
               "specUri":"https://www.rfc-editor.org/info/rfc7617"}],
             "meta":{"resourceType":"ServiceProviderConfig","location":"%s/ServiceProviderConfig"}}
            """;

    private ServiceProviderConfig() {}

    static JsonObject json(String base) {
        return Documents.parse(TEXT.formatted(
                BulkRequest.MAX_OPERATIONS,
                BulkRequest.MAX_PAYLOAD_SIZE,
                SearchRequest.MAX_COUNT,
                SearchRequest.DEFAULT_COUNT,
                SearchRequest.MAX_COUNT,
                Cursors.VALID.toSeconds(),
                base));
    }
}

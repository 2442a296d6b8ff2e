package io.roster.scim.protocol;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;

/**
 * One page of resources (RFC 7644 section 3.4.2).
 *
 * @param totalResults number of resources that match on all pages
 * @param startIndex position of the first resource of this page, from 1
 * @param resources the resources of this page
 */
public record ListResponse(long totalResults, int startIndex, List<JsonObject> resources) {

    public static final String URN = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    /** The message; {@code itemsPerPage} is the number of rows in it, and {@code Resources} stands there even empty. */
    public JsonObject toJson() {
        var rows = JSON.createArrayBuilder();
        resources.forEach(rows::add);
        return JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(URN))
                .add("totalResults", totalResults)
                .add("startIndex", startIndex)
                .add("itemsPerPage", resources.size())
                .add("Resources", rows)
                .build();
    }
}

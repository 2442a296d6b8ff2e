package io.roster.okta.simulator.expectation;

import io.roster.okta.simulator.scim.ResourceKind;
import io.roster.okta.simulator.scim.ScimAnswer;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A page of a list that Okta would accept.
 *
 * @param totalResults how many resources there are on all pages
 * @param resources those on this page
 */
public record Page(int totalResults, List<JsonObject> resources) {

    /**
     * Reads a page.
     *
     * @param startIndex the startIndex asked for
     * @param count the count asked for; a shorter page is accepted, a longer one refused
     * @throws io.roster.okta.simulator.scim.Refusal when Okta would refuse it
     */
    public static Page of(ScimAnswer answer, ResourceKind kind, int startIndex, int count) {
        Envelope envelope = new Envelope(answer, Urn.LIST_RESPONSE, 200);
        int total = envelope.number("totalResults");
        JsonObject body = envelope.body();
        envelope.require(
                body.get("Resources") instanceof JsonArray array
                        && array.stream().allMatch(JsonObject.class::isInstance),
                "Resources is not an array of objects");
        List<JsonObject> resources = body.getJsonArray("Resources").getValuesAs(JsonObject.class);
        int size = resources.size();
        envelope.require(
                envelope.number("itemsPerPage") == size,
                "itemsPerPage is " + body.get("itemsPerPage") + " but the page has " + size + " resources");
        envelope.require(
                envelope.number("startIndex") == startIndex,
                "startIndex is " + body.get("startIndex") + " instead of " + startIndex);
        envelope.require(size <= count, "The page has " + size + " resources, only " + count + " were asked for");
        envelope.require(total >= size, "totalResults is " + total + " but the page alone has " + size);
        boolean due = startIndex <= total;
        envelope.require(due == size > 0, "A page of " + size + " from " + startIndex + " of " + total);
        Set<String> ids = new HashSet<>();
        for (JsonObject resource : resources) {
            Resources.check(envelope, resource, kind);
            String id = resource.getString("id");
            envelope.require(ids.add(id), "The id " + id + " is on the page twice");
        }
        return new Page(total, resources);
    }
}

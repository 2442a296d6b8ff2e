package io.roster.okta.simulator.review;

import io.roster.okta.simulator.expectation.Page;
import io.roster.okta.simulator.push.Wire;
import io.roster.okta.simulator.scim.Refusal;
import io.roster.okta.simulator.scim.ResourceKind;
import io.roster.okta.simulator.scim.ScimAnswer;
import io.roster.okta.simulator.scim.ScimRequest;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Okta's full scan: page after page of 100 until totalResults, then one page past the end. */
public final class FullImport {
    private static final int COUNT = 100;

    private FullImport() {}

    /**
     * All resources of a kind by id, in the order of the pages. Nothing else may write meanwhile.
     *
     * @throws Refusal when pages overlap, when they hold fewer resources than promised, or when a page is wrong in itself
     */
    public static Map<String, JsonObject> of(Wire wire, ResourceKind kind) {
        Map<String, JsonObject> all = new LinkedHashMap<>();
        int startIndex = 1;
        while (true) {
            ScimAnswer answer = wire.client().send(ScimRequest.page(kind, startIndex, COUNT));
            Page page = Page.of(answer, kind, startIndex, COUNT);
            for (JsonObject resource : page.resources()) {
                if (all.put(resource.getString("id"), resource) != null) {
                    throw new Refusal(resource.getString("id") + " is on two pages", answer);
                }
            }
            if (page.resources().isEmpty()) {
                requireComplete(all.size(), page.totalResults(), answer);
                return Collections.unmodifiableMap(all);
            }
            // A server may cap its pages: the next one begins where this one ended.
            startIndex += page.resources().size();
        }
    }

    private static void requireComplete(int size, int total, ScimAnswer answer) {
        if (size != total) {
            throw new Refusal("totalResults is " + total + " but the pages had " + size + " resources", answer);
        }
    }
}

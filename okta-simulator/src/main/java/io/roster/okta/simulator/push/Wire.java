package io.roster.okta.simulator.push;

import io.roster.okta.simulator.expectation.Expectations;
import io.roster.okta.simulator.expectation.Page;
import io.roster.okta.simulator.scim.Refusal;
import io.roster.okta.simulator.scim.ResourceKind;
import io.roster.okta.simulator.scim.ScimAnswer;
import io.roster.okta.simulator.scim.ScimClient;
import io.roster.okta.simulator.scim.ScimRequest;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sends requests and checks each answer as Okta does. Every method throws {@link Refusal} for an answer that Okta would
 * refuse and {@link io.roster.okta.simulator.scim.Unreachable} where there is none.
 *
 * @param client where they go
 */
public record Wire(ScimClient client) {

    /**
     * The user of that name, or none.
     *
     * @param formerId the id that the user had before, if there was one; the user must still have it
     */
    public Optional<JsonObject> findUser(String userName, Optional<String> formerId) {
        ScimAnswer answer = client.send(ScimRequest.lookUp(ResourceKind.USER, "userName", userName));
        List<JsonObject> users = shown(answer, ResourceKind.USER, "userName", userName);
        if (users.size() > 1) {
            throw new Refusal("Two users have the userName " + userName, answer);
        }
        Optional<JsonObject> user = users.stream().findFirst();
        Optional<String> id = user.map(found -> found.getString("id"));
        if (formerId.isPresent() && !formerId.equals(id)) {
            throw new Refusal(
                    userName + " had the id " + formerId.get() + " and has " + id.orElse("none") + " now", answer);
        }
        return user;
    }

    /** The groups of that name; an app may have several. */
    public List<JsonObject> findGroups(String displayName) {
        ScimAnswer answer = client.send(ScimRequest.lookUp(ResourceKind.GROUP, "displayName", displayName));
        return shown(answer, ResourceKind.GROUP, "displayName", displayName);
    }

    private static List<JsonObject> shown(ScimAnswer answer, ResourceKind kind, String attribute, String value) {
        Page page = Page.of(answer, kind, 1, 100);
        for (JsonObject resource : page.resources()) {
            if (!resource.getString(attribute, "").equalsIgnoreCase(value)) {
                throw new Refusal("The look-up found a resource with another " + attribute, answer);
            }
        }
        return page.resources();
    }

    /** One page of an import. */
    public Page page(ResourceKind kind, int startIndex, int count) {
        return Page.of(client.send(ScimRequest.page(kind, startIndex, count)), kind, startIndex, count);
    }

    /** Reads a resource. */
    public JsonObject read(ResourceKind kind, String id) {
        return Expectations.read(client.send(ScimRequest.read(kind, id)), kind, id);
    }

    /** Creates a resource and returns the id that the app gave it. */
    public String create(ResourceKind kind, JsonObject body) {
        return Expectations.created(client.send(ScimRequest.create(kind, body)), kind)
                .getString("id");
    }

    /** Reads a user, edits the body and puts it back. */
    public void editUser(String name, String id, UnaryOperator<JsonObject> edit) {
        put(name, ResourceKind.USER, id, edit.apply(read(ResourceKind.USER, id)));
    }

    /** Replaces a resource; {@code name} is the kind of request under which its time is counted. */
    public void put(String name, ResourceKind kind, String id, JsonObject body) {
        Expectations.replaced(client.send(ScimRequest.put(name, kind, id, body)), kind, id);
    }

    /** Deletes a resource; 404 is accepted where an earlier DELETE may have arrived unanswered. */
    public void delete(ResourceKind kind, String id, boolean again) {
        ScimAnswer answer = client.send(ScimRequest.delete(kind, id));
        if (again && answer.status() == 404) {
            Expectations.error(answer, 404);
        } else {
            Expectations.deleted(answer);
        }
    }

    /** Changes a resource, whose attributes must then show {@code shown}. */
    public void patch(String name, ResourceKind kind, String id, JsonObject body, JsonObject shown) {
        Expectations.patched(client.send(ScimRequest.patch(name, kind, id, body)), kind, id, shown);
    }
}

package io.roster.okta.simulator.expectation;

import io.roster.okta.simulator.scim.Refusal;
import io.roster.okta.simulator.scim.ResourceKind;
import io.roster.okta.simulator.scim.ScimAnswer;
import io.roster.okta.simulator.scim.Urn;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What Okta expects of an answer. Each method returns what it read, or throws a {@link Refusal} that says what is wrong. */
public final class Expectations {

    private Expectations() {}

    /** A created resource: 201 and everything that was sent, unchanged. */
    public static JsonObject created(ScimAnswer answer, ResourceKind kind) {
        Envelope envelope = resource(answer, kind, 201);
        echoed(envelope, answer);
        return envelope.body();
    }

    /** A resource that was read. */
    public static JsonObject read(ScimAnswer answer, ResourceKind kind, String id) {
        return same(answer, kind, id).body();
    }

    /** A resource that was replaced: 200, the same id, and everything that was sent. */
    public static JsonObject replaced(ScimAnswer answer, ResourceKind kind, String id) {
        Envelope envelope = same(answer, kind, id);
        echoed(envelope, answer);
        return envelope.body();
    }

    /**
     * A resource that was changed: 200 and the resource, whose attributes show {@code shown}; or 204 without a body,
     * which Okta accepts as well.
     */
    public static void patched(ScimAnswer answer, ResourceKind kind, String id, JsonObject shown) {
        if (answer.status() == 204) {
            empty(answer);
            return;
        }
        Envelope envelope = same(answer, kind, id);
        List<String> lost = Echo.differences(shown, envelope.body(), unsaid(envelope));
        envelope.require(lost.isEmpty(), "Answered 200 but did not do it: " + String.join("; ", lost));
    }

    /** A deleted resource: 204 and no body. */
    public static void deleted(ScimAnswer answer) {
        Envelope.status(answer, 204);
        empty(answer);
    }

    /** An error: the status, a SCIM Error that repeats it, and a detail that Okta can show to its admin. */
    public static void error(ScimAnswer answer, int status) {
        Envelope envelope = new Envelope(answer, Urn.ERROR, status);
        envelope.require(
                envelope.text("status").equals(String.valueOf(status)), "The error's status is not \"" + status + "\"");
        envelope.text("detail");
        boolean challenged = answer.headers().firstValue("WWW-Authenticate").isPresent();
        envelope.require(status != 401 || challenged, "401 without WWW-Authenticate");
    }

    /** The answer to a duplicate: 409 with scimType uniqueness (RFC 7644 section 3.12). */
    public static void duplicate(ScimAnswer answer) {
        error(answer, 409);
        Envelope envelope = new Envelope(answer, Urn.ERROR, 409);
        envelope.require(envelope.text("scimType").equals("uniqueness"), "scimType is not uniqueness");
    }

    private static Envelope resource(ScimAnswer answer, ResourceKind kind, int status) {
        Envelope envelope = new Envelope(answer, kind.schema(), status);
        String location = Resources.check(envelope, envelope.body(), kind);
        String header = answer.headers().firstValue("Location").orElse(null);
        envelope.require(
                Objects.equals(header, location),
                "The Location header is " + header + " but meta.location is " + location);
        return envelope;
    }

    private static Envelope same(ScimAnswer answer, ResourceKind kind, String id) {
        Envelope envelope = resource(answer, kind, 200);
        String got = envelope.text("id");
        envelope.require(got.equals(id), "The id was " + id + " and is " + got + " now");
        return envelope;
    }

    private static void echoed(Envelope envelope, ScimAnswer answer) {
        JsonObject sent = answer.request().body().orElseThrow();
        List<String> lost = Echo.differences(sent, envelope.body(), unsaid(envelope));
        envelope.require(lost.isEmpty(), "Not echoed as sent: " + String.join("; ", lost));
    }

    /** What an answer need not repeat: what is not Okta's to set and, of a group, its members. */
    private static Set<String> unsaid(Envelope envelope) {
        return envelope.body().containsKey("members")
                ? Set.of("id", "meta", "groups", "password")
                : Set.of("id", "meta", "groups", "password", "members");
    }

    private static void empty(ScimAnswer answer) {
        if (!answer.text().isEmpty()) {
            throw new Refusal("204 with a body", answer);
        }
    }
}

package io.roster.scim.patch;

import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.Place;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One operation of a PATCH request as it was sent (RFC 7644 section 3.5.2).
 *
 * @param op what to do
 * @param path target in attribute notation, null for the resource itself
 * @param value what to add or put, null when there is none
 */
public record PatchOperation(Op op, String path, JsonValue value) {

    /** The schema of a PATCH request. */
    public static final String URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /** Most operations in one request; Okta removes the members of a group with one operation each. */
    public static final int MAX_OPERATIONS = 10_000;

    /** The three kinds of operations. */
    public enum Op {
        ADD,
        REMOVE,
        REPLACE
    }

    /**
     * Whether judging some changes takes the resource as answers show it, because they name attributes that are computed.
     */
    public static boolean needAnswer(List<PatchChange> changes) {
        return changes.stream().anyMatch(ReadOnlyTarget::needsAnswer);
    }

    /**
     * Reads a PatchOp message.
     *
     * @throws ScimException 400 invalidSyntax for another structure, invalidValue for an operation without the value it
     *     needs, noTarget for a removal without path, 413 for more than {@value #MAX_OPERATIONS}
     */
    public static List<PatchOperation> parse(JsonObject body) {
        requireSchema(ClientTolerance.member(body, "schemas"));
        if (!(ClientTolerance.member(body, "Operations") instanceof JsonArray array) || array.isEmpty()) {
            throw ScimException.invalidSyntax("\"Operations\" must be a list with at least one operation.");
        }
        if (array.size() > MAX_OPERATIONS) {
            throw ScimException.payloadTooLarge("The request has " + array.size() + " operations, and " + MAX_OPERATIONS
                    + " are the most. Send them in several requests.");
        }
        var operations = new ArrayList<PatchOperation>(array.size());
        for (var i = 0; i < array.size(); i++) {
            try {
                operations.add(operation(array.get(i)));
            } catch (ScimException e) {
                throw e.at(Place.operation(i));
            }
        }
        return operations;
    }

    /**
     * The changes that operations make, with their paths resolved and their values checked; an operation without path
     * becomes one change for each attribute in its value. A boundary can take the changes of one attribute out ({@link
     * PatchPath#isOn}) and treat them itself.
     *
     * @throws ScimException 400 invalidPath, invalidFilter, invalidValue, invalidSyntax, noTarget
     */
    public static List<PatchChange> bind(ResourceType type, List<PatchOperation> operations) {
        var binder = new ChangeBinder(type);
        operations.forEach(binder::add);
        return binder.changes();
    }

    private static PatchOperation operation(JsonValue element) {
        if (!(element instanceof JsonObject json)) {
            throw ScimException.invalidSyntax("Each of the \"Operations\" must be an object, in braces.");
        }
        var op = op(ClientTolerance.member(json, "op"));
        var value = ClientTolerance.member(json, "value");
        var path = path(ClientTolerance.member(json, "path"));
        if (op == Op.REMOVE && path == null) {
            throw ScimException.noTarget("A \"remove\" operation needs a \"path\" that says what to remove.");
        }
        if (op != Op.REMOVE && value == null) {
            throw ScimException.invalidValue("An \"" + op.name().toLowerCase(Locale.ROOT)
                    + "\" operation needs a \"value\"" + (path == null ? "." : " for \"" + Excerpt.of(path) + "\"."));
        }
        return new PatchOperation(op, path, value);
    }

    private static Op op(JsonValue json) {
        if (json instanceof JsonString text) {
            var op = ClientTolerance.op(text.getString());
            if (op != null) {
                return op;
            }
        }
        throw ScimException.invalidSyntax("The \"op\" of an operation must be \"add\", \"remove\" or \"replace\""
                + (json == null ? "." : ", but it is " + Excerpt.of(json.toString()) + "."));
    }

    private static String path(JsonValue json) {
        if (json == null || json == JsonValue.NULL) {
            return null;
        }
        if (json instanceof JsonString text) {
            return text.getString();
        }
        throw ScimException.invalidPath("The \"path\" of an operation must be text, in double quotes.");
    }

    private static void requireSchema(JsonValue schemas) {
        if (!(schemas instanceof JsonArray urns)
                || urns.stream()
                        .noneMatch(urn -> urn instanceof JsonString text && URN.equalsIgnoreCase(text.getString()))) {
            throw ScimException.invalidSyntax("The body of a PATCH request needs \"schemas\": [\"" + URN + "\"].");
        }
    }
}

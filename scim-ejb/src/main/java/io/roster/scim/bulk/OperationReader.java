package io.roster.scim.bulk;

import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.function.Function;

/** Reads one operation, and keeps the first thing that is wrong with it. */
final class OperationReader {

    private final JsonObject json;
    private ScimException problem;

    private OperationReader(JsonObject json) {
        this.json = json;
    }

    static BulkOperation read(JsonObject json) {
        return new OperationReader(json).operation();
    }

    private BulkOperation operation() {
        var name = text("method");
        var method = name == null ? null : BulkMethod.of(name).orElse(null);
        if (name == null) {
            wrong(ScimException::invalidSyntax, "The operation has no \"method\". Send POST, PUT, PATCH or DELETE.");
        } else if (method == null) {
            wrong(
                    ScimException::invalidValue,
                    "The \"method\" of an operation must be POST, PUT, PATCH or DELETE, but it is \"" + Excerpt.of(name)
                            + "\". Nothing can be read within a bulk request.");
        }
        var bulkId = text("bulkId");
        if (method == BulkMethod.POST && (bulkId == null || bulkId.isEmpty())) {
            wrong(
                    ScimException::invalidSyntax,
                    "A POST operation needs a \"bulkId\" that no other one in the request has.");
        }
        var path = text("path");
        if (path == null || path.isEmpty()) {
            wrong(ScimException::invalidSyntax, "The operation has no \"path\". Send /Users or /Users/{id}.");
        }
        var version = text("version");
        var data = method != null && method.hasData() ? data(method) : null;
        return new BulkOperation(
                method, method == null ? name : method.name(), bulkId, version, absolute(path), data, problem);
    }

    private JsonObject data(BulkMethod method) {
        var value = JsonObjects.member(json, "data");
        if (value instanceof JsonObject object) {
            return object;
        }
        // RFC 7644 section 3.7.3 prints the operations of a PATCH without the message around them.
        if (value instanceof JsonArray operations && method == BulkMethod.PATCH) {
            return BulkData.patchOp(operations);
        }
        wrong(
                ScimException::invalidSyntax,
                "A " + method
                        + " operation needs \"data\": the body that the request would have by itself, in braces.");
        return null;
    }

    private String text(String name) {
        var value = JsonObjects.member(json, name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        wrong(
                ScimException::invalidSyntax,
                "The \"" + name + "\" of an operation must be text, in double quotes, but it is "
                        + Excerpt.of(value.toString()) + ".");
        return null;
    }

    private void wrong(Function<String, ScimException> kind, String detail) {
        if (problem == null) {
            problem = kind.apply(detail);
        }
    }

    private static String absolute(String path) {
        if (path == null || path.isEmpty()) {
            return null;
        }
        return path.startsWith("/") ? path : "/" + path;
    }
}

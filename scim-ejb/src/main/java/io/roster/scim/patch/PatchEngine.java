package io.roster.scim.patch;

import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.AttributeValues;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Applies PATCH operations to a document (RFC 7644 section 3.5.2). Pure: the document given is never changed, and either
 * all operations are applied or an exception is thrown.
 */
public final class PatchEngine {

    /** Most changes of one document in one request; each may go through all values of an attribute. */
    public static final int MAX_CHANGES = 1000;

    private final ResourceType type;
    private final Map<String, JsonValue> document;

    private PatchEngine(ResourceType type, JsonObject resource) {
        this.type = type;
        this.document = new LinkedHashMap<>(resource);
    }

    /**
     * The document after all operations; the same instance when they change nothing, so that a caller can leave
     * {@code lastModified} as it is.
     *
     * @param resource a canonical document, with whatever readOnly attributes the caller keeps in it
     * @throws ScimException 400 invalidPath, invalidFilter, invalidValue, invalidSyntax, mutability or noTarget
     */
    public static JsonObject apply(ResourceType type, JsonObject resource, List<PatchOperation> operations) {
        return applyChanges(type, resource, PatchOperation.bind(type, operations));
    }

    /**
     * The same for changes that are bound already.
     *
     * @throws ScimException 400 invalidValue, mutability or noTarget; 413 for more than {@value #MAX_CHANGES} changes
     */
    public static JsonObject applyChanges(ResourceType type, JsonObject resource, List<PatchChange> changes) {
        if (changes.size() > MAX_CHANGES) {
            throw ScimException.payloadTooLarge(
                    "The request changes " + changes.size() + " attributes of one resource, and " + MAX_CHANGES
                            + " are the most. Send the changes in several requests.");
        }
        var engine = new PatchEngine(type, resource);
        changes.forEach(engine::apply);
        return engine.result(resource);
    }

    private JsonObject result(JsonObject resource) {
        if (document.equals(resource)) {
            return resource;
        }
        if (document.containsKey("schemas")) {
            document.put("schemas", JsonObjects.ofStrings(type.schemasOf(document)));
        }
        return JsonObjects.of(document);
    }

    private void apply(PatchChange change) {
        var target = change.path().target();
        if (target.isExtension()) {
            clear(change);
            return;
        }
        var container = target.extension() == null ? document : extension(target.extension());
        var name = target.attribute().name();
        var before = container.get(name);
        if (change.path().isReadOnly()) {
            requireIgnorable(change, before);
            return;
        }
        var after = target.attribute().multiValued()
                ? new MultiValue(change).after((JsonArray) before)
                : singleValue(change, before);
        requireRequired(change, target.attribute(), before, after);
        if (!Objects.equals(before, after)) {
            put(target, after);
        }
    }

    private static JsonValue singleValue(PatchChange change, JsonValue before) {
        if (change.op() == Op.ADD && change.value() == null) {
            return before;
        }
        var sub = change.path().target().subAttribute();
        if (sub == null) {
            return change.value();
        }
        var object = before == null ? JsonValue.EMPTY_JSON_OBJECT : before.asJsonObject();
        var changed = JsonObjects.with(object, sub.name(), change.value());
        return changed.isEmpty() ? null : changed;
    }

    /** Removes a whole extension, unless all of it is the server's to write; adding nothing to it changes nothing. */
    private void clear(PatchChange change) {
        var urn = change.path().target().extension();
        var isWritable = type.extension(urn).orElseThrow().schema().attributes().stream()
                .anyMatch(attribute -> !attribute.isReadOnly());
        if (!isWritable && !change.isImplied()) {
            throw readOnly(urn);
        }
        if (isWritable && change.op() != Op.ADD) {
            extension(urn)
                    .forEach((name, value) -> requireRequired(
                            change,
                            type.extension(urn)
                                    .orElseThrow()
                                    .schema()
                                    .attribute(name)
                                    .orElseThrow(),
                            value,
                            null));
            document.remove(urn);
        }
    }

    private Map<String, JsonValue> extension(String urn) {
        return document.get(urn) instanceof JsonObject object ? object : Map.of();
    }

    private void put(AttributePath target, JsonValue after) {
        var name = target.attribute().name();
        if (target.extension() != null) {
            var object = document.get(target.extension()) instanceof JsonObject present
                    ? present
                    : JsonValue.EMPTY_JSON_OBJECT;
            var changed = JsonObjects.with(object, name, after);
            if (changed.isEmpty()) {
                document.remove(target.extension());
            } else {
                document.put(target.extension(), changed);
            }
        } else if (after == null) {
            document.remove(name);
        } else {
            document.put(name, after);
        }
    }

    private static void requireIgnorable(PatchChange change, JsonValue before) {
        var target = change.path().target();
        var sub = target.subAttribute();
        var present = sub != null && before instanceof JsonObject object ? object.get(sub.name()) : before;
        if (!change.isImplied()
                || !AttributeValues.isEmpty(change.value())
                        && !ClientTolerance.isIgnorable(target, change.value(), present)) {
            throw readOnly(target.notation());
        }
    }

    private static void requireRequired(
            PatchChange change, AttributeDefinition attribute, JsonValue before, JsonValue after) {
        if (attribute.required() && isBlank(after) && !isBlank(before)) {
            throw change.op() == Op.REMOVE
                    ? ScimException.mutability("\"" + attribute.name() + "\" is required and cannot be removed.")
                    : ScimException.invalidValue(
                            "\"" + attribute.name() + "\" is required and cannot be empty. Send a value for it.");
        }
    }

    private static boolean isBlank(JsonValue value) {
        return AttributeValues.isEmpty(value)
                || value instanceof JsonString text && text.getString().isBlank();
    }

    private static ScimException readOnly(String notation) {
        return ScimException.mutability("\"" + notation
                + "\" is kept by Roster and cannot be changed through SCIM. Remove it from the attribute mapping.");
    }
}

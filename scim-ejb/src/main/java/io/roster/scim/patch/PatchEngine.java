package io.roster.scim.patch;

import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.AttributeValues;
import io.roster.scim.protocol.ImmutableValues;
import io.roster.scim.protocol.JsonObjects;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributeDefinition;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import io.roster.scim.schema.SchemaExtension;
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
    private final JsonObject resource;
    private final JsonObject answered;
    private final Map<String, JsonValue> document;

    private PatchEngine(ResourceType type, JsonObject resource, JsonObject answered) {
        this.type = type;
        this.resource = resource;
        this.answered = answered;
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
        return applyChanges(type, resource, PatchOperation.bind(type, operations), resource);
    }

    /**
     * The same for changes that are bound already.
     *
     * @param answered the resource as answers show it, with all that is computed; of it only readOnly attributes are
     *     looked at: a value that repeats them is passed over, and one that differs is refused
     * @throws ScimException 400 invalidValue, mutability or noTarget; 413 for more than {@value #MAX_CHANGES} changes
     */
    public static JsonObject applyChanges(
            ResourceType type, JsonObject resource, List<PatchChange> changes, JsonObject answered) {
        if (changes.size() > MAX_CHANGES) {
            throw ScimException.payloadTooLarge(
                    "The request changes " + changes.size() + " attributes of one resource, and " + MAX_CHANGES
                            + " are the most. Send the changes in several requests.");
        }
        var engine = new PatchEngine(type, resource, answered);
        changes.forEach(engine::apply);
        return engine.result();
    }

    private JsonObject result() {
        if (document.equals(resource)) {
            return resource;
        }
        type.extensions().forEach(this::requireWhole);
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
        if (change.path().isReadOnly()) {
            ReadOnlyTarget.require(change, type, answered);
            return;
        }
        var container = target.extension() == null ? document : extension(target.extension());
        var before = container.get(target.attribute().name());
        var after = target.attribute().multiValued()
                ? new MultiValue(change).after((JsonArray) before)
                : singleValue(change, before);
        requireRequired(change, before, after);
        ImmutableValues.requireUnchanged(target.with(null), before, after, change.place());
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
        var extension = type.extension(change.path().target().extension()).orElseThrow();
        var attributes = extension.schema().attributes();
        if (attributes.stream().allMatch(AttributeDefinition::isReadOnly)) {
            ReadOnlyTarget.requireNothing(change, answered);
        } else if (change.op() != Op.ADD && document.remove(extension.urn()) instanceof JsonObject before) {
            for (var attribute : attributes) {
                var path = new AttributePath(extension.urn(), attribute, null);
                var present = before.get(attribute.name());
                if (attribute.required()) {
                    requirePresent(change, path, present, null);
                }
                ImmutableValues.requireUnchanged(path, present, null, change.place());
            }
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

    /** What an operation takes away must not be required; what was missing before does not stand in its way. */
    private static void requireRequired(PatchChange change, JsonValue before, JsonValue after) {
        var target = change.path().target();
        if (target.attribute().required()) {
            requirePresent(change, target.with(null), before, after);
        }
        if (before instanceof JsonObject object && after instanceof JsonObject changed) {
            for (var sub : target.attribute().subAttributes()) {
                if (sub.required()) {
                    requirePresent(change, target.with(sub), object.get(sub.name()), changed.get(sub.name()));
                }
            }
        }
    }

    private static void requirePresent(PatchChange change, AttributePath path, JsonValue before, JsonValue after) {
        if (isBlank(after) && !isBlank(before)) {
            throw change.op() == Op.REMOVE
                    ? ScimException.mutability(change.place().of(path) + " is required and cannot be removed.")
                    : ScimException.invalidValue(
                            change.valuePlace().of(path) + " is required and cannot be empty. Send a value for it.");
        }
    }

    /** An extension that the request begins needs all that it requires; one that lacked something before may go on so. */
    private void requireWhole(SchemaExtension extension) {
        if (resource.containsKey(extension.urn()) || !document.containsKey(extension.urn())) {
            return;
        }
        for (var attribute : extension.schema().attributes()) {
            if (attribute.required() && isBlank(extension(extension.urn()).get(attribute.name()))) {
                var path = new AttributePath(extension.urn(), attribute, null);
                throw ScimException.invalidValue(
                        "\"" + path
                                + "\" is missing, and required where another attribute of its schema has a value. Send it too.");
            }
        }
    }

    private static boolean isBlank(JsonValue value) {
        return AttributeValues.isEmpty(value)
                || value instanceof JsonString text && text.getString().isBlank();
    }
}

package io.roster.scim.patch;

import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.AttributeValues;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.AttributePath;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns operations into changes of single attributes: the value of an operation without path, of a whole extension and
 * of a single-valued complex attribute is taken apart, since what it does not mention stays as it is (RFC 7644 section
 * 3.5.2.3).
 */
final class ChangeBinder {

    private final ResourceType type;
    private final List<PatchChange> changes = new ArrayList<>();

    ChangeBinder(ResourceType type) {
        this.type = type;
    }

    List<PatchChange> changes() {
        return changes;
    }

    void add(PatchOperation operation) {
        if (operation.path() != null) {
            change(operation.op(), PatchPath.of(operation.path(), type), operation.value(), false);
        } else if (operation.op() == Op.REMOVE) {
            throw ScimException.noTarget("A \"remove\" operation needs a \"path\" that says what to remove.");
        } else if (operation.value() instanceof JsonObject attributes) {
            attributes.forEach((name, value) -> change(operation.op(), PatchPath.of(name, type), value, true));
        } else {
            throw ScimException.invalidValue(
                    "The value of an operation without \"path\" must be an object of attributes, "
                            + "in braces, but it is " + Excerpt.of(String.valueOf(operation.value())) + ".");
        }
    }

    private void change(Op op, PatchPath path, JsonValue value, boolean isImplied) {
        if (path.isReadOnly()) {
            // Whether it may be passed over depends on what is there; the engine knows.
            changes.add(new PatchChange(op, path, value, isImplied));
        } else if (op == Op.REMOVE) {
            changes.add(new PatchChange(op, path, removed(path, value), isImplied));
        } else if (path.target().isExtension()) {
            extension(op, path, value, isImplied);
        } else {
            attribute(op, path, value, isImplied);
        }
    }

    private void extension(Op op, PatchPath path, JsonValue value, boolean isImplied) {
        var urn = path.target().extension();
        if (AttributeValues.isEmpty(value)) {
            changes.add(new PatchChange(op, path, null, isImplied));
        } else if (value instanceof JsonObject attributes) {
            attributes.forEach((name, inner) -> change(op, PatchPath.of(urn + ":" + name, type), inner, true));
        } else {
            throw ScimException.invalidValue("\"" + urn + "\" must be an object of attributes, in braces.");
        }
    }

    private void attribute(Op op, PatchPath path, JsonValue value, boolean isImplied) {
        var leaf = path.target().leaf();
        var isList = leaf.multiValued() && path.valueFilter() == null;
        var adapted = ClientTolerance.adapted(leaf, value, isList);
        if (leaf.isComplex() && !leaf.multiValued() && adapted instanceof JsonObject members) {
            members.forEach((name, inner) ->
                    change(op, PatchPath.of(path.target().notation() + "." + name, type), inner, true));
            return;
        }
        var canonical = isList || path.target().subAttribute() != null
                ? AttributeValues.canonical(path.target(), adapted)
                : AttributeValues.single(path.target(), adapted);
        changes.add(new PatchChange(op, path, canonical, isImplied));
    }

    /**
     * What to remove of a list without filter; no other removal has a value. Microsoft Entra removes members with
     * {@code {"op":"Remove","path":"members","value":[{"value":"2819c2…"}]}}.
     */
    private static JsonValue removed(PatchPath path, JsonValue value) {
        var target = path.target();
        if (target.isExtension() || target.subAttribute() != null || path.valueFilter() != null) {
            return null;
        }
        var adapted =
                ClientTolerance.adapted(target.leaf(), value, target.leaf().multiValued());
        return target.leaf().multiValued() && adapted instanceof JsonArray list && !list.isEmpty()
                // What is there may be removed, also when it would no longer be accepted.
                ? AttributeValues.canonical(
                        new AttributePath(target.extension(), target.attribute().lenient(), null), list)
                : null;
    }
}

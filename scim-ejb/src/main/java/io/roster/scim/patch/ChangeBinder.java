package io.roster.scim.patch;

import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.AttributeValues;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.Place;
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
    private int operations;

    ChangeBinder(ResourceType type) {
        this.type = type;
    }

    List<PatchChange> changes() {
        return changes;
    }

    void add(PatchOperation operation) {
        var place = Place.operation(operations++);
        var value = place.member("value");
        if (operation.path() != null) {
            var named = place.member("path");
            change(operation.op(), path(operation.path(), named), operation.value(), new Source(named, value, false));
        } else if (operation.op() == Op.REMOVE) {
            throw ScimException.noTarget("A \"remove\" operation needs a \"path\" that says what to remove.")
                    .at(place);
        } else if (operation.value() instanceof JsonObject attributes) {
            attributes.forEach((name, inner) -> {
                var source = Source.key(value, name);
                change(operation.op(), path(name, source.target()), inner, source);
            });
        } else {
            throw ScimException.invalidValue(
                            "The value of an operation without \"path\" must be an object of attributes, "
                                    + "in braces, but it is " + Excerpt.of(String.valueOf(operation.value())) + ".")
                    .at(value);
        }
    }

    private void change(Op op, PatchPath path, JsonValue value, Source source) {
        if (path.isReadOnly()) {
            // Whether it may be passed over depends on what is there; the engine knows.
            add(op, path, value, source);
        } else if (op == Op.REMOVE) {
            add(op, path, removed(path, value, source.value()), source);
        } else if (path.target().isExtension()) {
            extension(op, path, value, source);
        } else {
            attribute(op, path, value, source);
        }
    }

    private void extension(Op op, PatchPath path, JsonValue value, Source source) {
        var urn = path.target().extension();
        if (AttributeValues.isEmpty(value)) {
            add(op, path, null, source);
        } else if (value instanceof JsonObject attributes) {
            inside(op, urn + ":", attributes, source);
        } else {
            throw ScimException.invalidValue("\"" + urn + "\" must be an object of attributes, in braces.")
                    .at(source.value());
        }
    }

    private void attribute(Op op, PatchPath path, JsonValue value, Source source) {
        var leaf = path.target().leaf();
        var isList = leaf.multiValued() && path.valueFilter() == null;
        var adapted = ClientTolerance.adapted(leaf, value, isList);
        if (leaf.isComplex() && !leaf.multiValued() && adapted instanceof JsonObject members) {
            inside(op, path.target().notation() + ".", members, source);
            return;
        }
        var canonical = isList || path.target().subAttribute() != null
                ? AttributeValues.canonical(path.target(), adapted, source.value())
                : AttributeValues.single(path.target(), adapted, source.value());
        add(op, path, canonical, source);
    }

    private void inside(Op op, String prefix, JsonObject members, Source source) {
        members.forEach((name, inner) -> {
            var key = Source.key(source.value(), name);
            change(op, path(prefix + name, key.target()), inner, key);
        });
    }

    /** What to remove of a list without filter; no other removal has a value. */
    private static JsonValue removed(PatchPath path, JsonValue value, Place place) {
        var target = path.target();
        if (target.isExtension() || target.subAttribute() != null || path.valueFilter() != null) {
            return null;
        }
        return target.leaf().multiValued() && ClientTolerance.removed(target.leaf(), value) instanceof JsonArray list
                // What is there may be removed, also when it would no longer be accepted.
                ? AttributeValues.canonical(
                        new AttributePath(target.extension(), target.attribute().lenient(), null), list, place)
                : null;
    }

    private PatchPath path(String notation, Place place) {
        try {
            return PatchPath.of(notation, type);
        } catch (ScimException e) {
            throw e.at(place);
        }
    }

    private void add(Op op, PatchPath path, JsonValue value, Source source) {
        changes.add(new PatchChange(op, path, value, source.isImplied(), source.target()));
    }

    /** Where a target is named, and where its value stands: one and the same where the target is a key in a value. */
    private record Source(Place target, Place value, boolean isImplied) {

        static Source key(Place object, String name) {
            var place = object.member(name);
            return new Source(place, place, true);
        }
    }
}

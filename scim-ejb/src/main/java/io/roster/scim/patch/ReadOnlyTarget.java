package io.roster.scim.patch;

import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.AttributeValues;
import io.roster.scim.protocol.Excerpt;
import io.roster.scim.protocol.Place;
import io.roster.scim.protocol.ScimException;
import io.roster.scim.schema.ResourceType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What becomes of a change whose target is the server's to write. A path to it is refused; a key in a value is passed
 * over where it repeats what answers show, since clients send back what they got.
 */
final class ReadOnlyTarget {

    private static final String SCHEMAS = "schemas";
    private static final String META = "meta";

    private ReadOnlyTarget() {}

    /**
     * Lets a change pass that changes nothing.
     *
     * @param answered the resource as answers show it
     * @throws ScimException 400 mutability, and invalidValue for an unknown schema
     */
    static void require(PatchChange change, ResourceType type, JsonObject answered) {
        if (change.path().isOn(SCHEMAS) && (change.isImplied() || change.op() == Op.ADD)) {
            // They follow the data (section 3.5.2): naming one that has none changes nothing.
            requireKnown(change.value(), type, change.place());
            return;
        }
        // meta is ignored whatever is in it (RFC 7643 section 3.1); it is old as soon as anything changes.
        var isIgnored = change.isImplied() && change.path().isOn(META);
        if (!isIgnored && !(change.isImplied() && repeats(change, answered))) {
            throw readOnly(change);
        }
    }

    /** The same for an extension that is readOnly as a whole, with a value that clears. */
    static void requireNothing(PatchChange change, JsonObject answered) {
        var isThere = answered.containsKey(change.path().target().extension());
        if (!change.isImplied() || isThere && change.op() != Op.ADD) {
            throw readOnly(change);
        }
    }

    /** Whether judging the change takes attributes that are computed for answers. */
    static boolean needsAnswer(PatchChange change) {
        var path = change.path();
        return path.isReadOnly() && !path.isOn("id") && !path.isOn(META) && !path.isOn(SCHEMAS)
                || path.target().isExtension();
    }

    private static boolean repeats(PatchChange change, JsonObject answered) {
        var target = change.path().target();
        var container = target.extension() == null ? answered : answered.get(target.extension());
        var present = member(container, target.attribute().name());
        if (target.subAttribute() != null) {
            present = member(present, target.subAttribute().name());
        }
        return Echo.is(target.leaf(), change.value(), present, change.op() == Op.ADD);
    }

    private static JsonValue member(JsonValue container, String name) {
        return container instanceof JsonObject object ? object.get(name) : null;
    }

    private static void requireKnown(JsonValue schemas, ResourceType type, Place place) {
        if (AttributeValues.isEmpty(schemas)) {
            return;
        }
        for (var urn : schemas instanceof JsonArray array ? array : List.of(schemas)) {
            var text = urn instanceof JsonString string ? string.getString() : urn.toString();
            if (!type.schema().id().equalsIgnoreCase(text)
                    && type.extension(text).isEmpty()) {
                throw ScimException.invalidValue("The schema \"" + Excerpt.of(text) + "\" in " + place
                        + " is not one of " + type.name() + " resources; /ResourceTypes lists those there are.");
            }
        }
    }

    private static ScimException readOnly(PatchChange change) {
        return ScimException.mutability(change.place().of(change.path().target())
                + " is kept by Roster and cannot be changed through SCIM. Remove it from the attribute mapping.");
    }
}

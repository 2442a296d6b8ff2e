package io.roster.imports;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * What an attribute of somebody is to be.
 *
 * @param target where it stands
 * @param applied when
 * @param value in the attribute's type; {@code null} clears it
 */
record MappedValue(MappingTarget target, MappingScope applied, JsonValue value) {

    /** Whether it is not so yet. */
    boolean differs(JsonObject document) {
        return !MappedTypes.equal(target.path().target().leaf(), target.in(document), value);
    }
}

package io.roster.scim.patch;

import io.roster.scim.patch.PatchOperation.Op;
import io.roster.scim.protocol.Place;
import jakarta.json.JsonValue;

/**
 * One operation on one target.
 *
 * @param op what to do
 * @param path where
 * @param value the checked and canonical value: for a multi-valued attribute without sub-attribute always an array; null
 *     for a removal without value, and for a value that clears (null or empty)
 * @param isImplied whether the target stood as a key in a value
 * @param place where in the request the target is named
 */
public record PatchChange(Op op, PatchPath path, JsonValue value, boolean isImplied, Place place) {

    /** Where in the request the value stands. */
    public Place valuePlace() {
        return isImplied ? place : place.sibling("value");
    }
}

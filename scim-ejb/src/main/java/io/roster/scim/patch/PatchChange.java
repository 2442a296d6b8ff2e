package io.roster.scim.patch;

import io.roster.scim.patch.PatchOperation.Op;
import jakarta.json.JsonValue;

/**
 * One operation on one target.
 *
 * @param op what to do
 * @param path where
 * @param value the checked and canonical value: for a multi-valued attribute without sub-attribute always an array; null
 *     for a removal without value, and for a value that clears (null or empty)
 * @param isImplied whether the target stood as a key in the value of an operation without path
 */
public record PatchChange(Op op, PatchPath path, JsonValue value, boolean isImplied) {}

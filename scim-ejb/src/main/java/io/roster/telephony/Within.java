package io.roster.telephony;

import java.util.List;

/**
 * Among which numbers or extensions the next free one is looked for.
 *
 * @param kind which kind
 * @param condition over columns that the index has
 * @param parameters the condition's
 * @param index the index that begins with {@code free_from}, or with what the condition holds equal
 */
record Within(PoolKind kind, String condition, List<Object> parameters, String index) {

    /** Numbers that begin with something, or the extensions of a range whose id it is; empty for any. */
    static Within of(PoolKind kind, String within) {
        return within.isEmpty() || kind == PoolKind.NUMBER ? prefix(kind, within) : range(within);
    }

    static Within prefix(PoolKind kind, String prefix) {
        return new Within(
                kind,
                kind.column() + " >= ? and " + kind.column() + " < ?",
                List.of(prefix, PoolKind.end(prefix.isEmpty() && kind == PoolKind.NUMBER ? "+" : prefix)),
                kind == PoolKind.NUMBER ? "phone_number_free" : "extension_number_next");
    }

    static Within range(String rangeId) {
        return new Within(PoolKind.EXTENSION, "range_id = ?", List.of(rangeId), "extension_number_free");
    }
}

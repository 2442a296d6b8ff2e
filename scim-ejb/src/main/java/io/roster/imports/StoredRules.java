package io.roster.imports;

import java.time.Instant;
import java.util.List;

/**
 * How imports go about it, as it is saved.
 *
 * @param settings all but the mappings; their version counts for these too
 * @param mappings in their order
 * @param saved when either was last saved; {@code null} for never
 * @param savedBy the administrator who did; {@code null} for nobody
 */
public record StoredRules(ImportSettings settings, List<AttributeMapping> mappings, Instant saved, String savedBy) {

    /** Makes a copy of the list, so that it stays as it is. */
    public StoredRules {
        mappings = List.copyOf(mappings);
    }
}

package io.roster.imports;

import io.roster.scim.schema.ResourceType;
import javax.sql.DataSource;

/**
 * How a run matches.
 *
 * @param settings as they are now
 * @param mapping made of them
 */
record MatchingRules(ImportSettings settings, UserMapping mapping) {

    /**
     * Reads them.
     *
     * @param dataSource within a transaction the shareable one
     * @param type the resource type User
     * @throws ImportRefused when a mapping is for an attribute that people do not have any more
     */
    static MatchingRules read(DataSource dataSource, ResourceType type) {
        StoredRules stored = RuleRows.read(dataSource);
        PersonMapping mapping = PersonMapping.of(stored.settings(), stored.mappings(), type);
        return new MatchingRules(stored.settings(), new OwnedAttributes(mapping));
    }
}

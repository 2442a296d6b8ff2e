package io.roster.imports;

/** When an attribute mapping applies, in Okta's words. */
public enum MappingScope {
    /** Only when somebody is created or linked. */
    CREATE,
    /** At every import. */
    CREATE_AND_UPDATE
}

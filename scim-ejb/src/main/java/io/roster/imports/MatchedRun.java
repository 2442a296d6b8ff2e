package io.roster.imports;

import io.roster.persistence.Sql;
import javax.sql.DataSource;

/**
 * What the steps that match and apply need to know of a run.
 *
 * @param id of the run
 * @param full whether it has read everybody
 * @param dryRun whether it ends before anything is applied
 * @param allowed whether an administrator let it go on over the threshold
 */
record MatchedRun(String id, boolean full, boolean dryRun, boolean allowed) {

    static MatchedRun read(DataSource dataSource, String runId) {
        return Sql.of("select kind, dry_run, allowed_by from import_run where id = ?", runId)
                .list(
                        dataSource,
                        row -> new MatchedRun(
                                runId,
                                row.getString(1).equals(ImportKind.FULL.name()),
                                row.getBoolean(2),
                                row.getString(3) != null))
                .get(0);
    }

    /** Under which its candidates stand. */
    String preview() {
        return dryRun ? id : "";
    }
}

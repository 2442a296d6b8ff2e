package io.roster.imports;

import io.roster.persistence.Sql;
import javax.sql.DataSource;

/**
 * What of the settings decides whether anything is imported at all.
 *
 * @param appId Okta's id of the app, or {@code null}
 * @param scheduled whether imports run by themselves
 * @param appThreshold per cent of the people linked with Okta whom one run may deactivate; {@code null} for any
 * @param orgThreshold per cent of all active people; {@code null} for any
 */
public record ImportPlan(String appId, boolean scheduled, Integer appThreshold, Integer orgThreshold) {

    /** The least threshold, in per cent. */
    public static final int LEAST = 1;

    /** The most. */
    public static final int MOST = 100;

    static ImportPlan read(DataSource dataSource) {
        return Sql.of("select app_id, scheduled, app_threshold, org_threshold from import_settings")
                .list(
                        dataSource,
                        row -> new ImportPlan(row.getString(1), row.getBoolean(2), (Integer) row.getObject(3), (Integer)
                                row.getObject(4)))
                .get(0);
    }
}

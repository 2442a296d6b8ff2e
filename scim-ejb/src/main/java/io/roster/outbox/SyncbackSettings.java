package io.roster.outbox;

import io.roster.persistence.Sql;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How sync-back goes about it. The connection and the attributes are settings of their own.
 *
 * @param enabled whether anything is written to Okta at all
 * @param sharePercent how much of Okta's rate limit may be used, 1 to 100
 * @param concurrency how many calls may wait for Okta's answer at once, 1 to 30
 * @param intervalMinutes minutes between two runs, 1 to 1,440
 * @param whenDeactivated what a person's deactivation by an administrator does in Okta
 * @param unsuspends whether a reactivation unsuspends who is suspended in Okta
 * @param reactivates whether a reactivation activates who is deactivated in Okta
 */
public record SyncbackSettings(
        boolean enabled,
        int sharePercent,
        int concurrency,
        int intervalMinutes,
        WhenDeactivated whenDeactivated,
        boolean unsuspends,
        boolean reactivates) {

    /** The id under which events tell of changes of these settings. */
    public static final String RESOURCE = "sync-back-rules";

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    private static final Sql READ = Sql.of(
            "select enabled, share_percent, concurrency, interval_minutes, when_deactivated, unsuspends, reactivates"
                    + " from syncback_setting");

    /** The most calls at once: Okta's smallest limit is 35 for an org, and pages read from Okta too. */
    public static final int MOST_AT_ONCE = 30;

    private static final int DAY = 24 * 60;

    /** What a deactivation leads to. */
    public enum WhenDeactivated {
        /** Nothing. */
        NOTHING,
        /** The user is deactivated in Okta. */
        DEACTIVATE,
        /** The user is suspended in Okta. */
        SUSPEND
    }

    /**
     * Reads them.
     *
     * @param dataSource where they stand; within a transaction the shareable one
     * @return the settings as last saved
     */
    static SyncbackSettings read(DataSource dataSource) {
        return READ.list(
                        dataSource,
                        row -> new SyncbackSettings(
                                row.getBoolean(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getInt(4),
                                WhenDeactivated.valueOf(row.getString(5)),
                                row.getBoolean(6),
                                row.getBoolean(7)))
                .get(0);
    }

    /**
     * What Okta is to do when an administrator makes a person active, or not.
     *
     * @param active whether the person is active from now on
     * @return what Okta is to do; empty when nothing
     */
    public Optional<LifecycleWish> wish(boolean active) {
        if (!enabled) {
            return Optional.empty();
        }
        if (active) {
            return unsuspends || reactivates ? Optional.of(LifecycleWish.REACTIVATE) : Optional.empty();
        }
        return switch (whenDeactivated) {
            case NOTHING -> Optional.empty();
            case DEACTIVATE -> Optional.of(LifecycleWish.DEACTIVATE);
            case SUSPEND -> Optional.of(LifecycleWish.SUSPEND);
        };
    }

    /** What events tell of them: each setting under its own name. */
    JsonObject described() {
        return JSON.createObjectBuilder()
                .add("enabled", enabled)
                .add("sharePercent", sharePercent)
                .add("concurrency", concurrency)
                .add("intervalMinutes", intervalMinutes)
                .add("whenDeactivated", whenDeactivated.name())
                .add("unsuspends", unsuspends)
                .add("reactivates", reactivates)
                .build();
    }

    void requireInRange() {
        if (sharePercent < 1
                || sharePercent > 100
                || concurrency < 1
                || concurrency > MOST_AT_ONCE
                || intervalMinutes < 1
                || intervalMinutes > DAY) {
            throw new IllegalArgumentException("out of range: " + this);
        }
    }
}

package io.roster.hook;

import io.roster.persistence.Sql;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import javax.sql.DataSource;

/**
 * How the import inline hook is answered. Whoever is linked with an Okta user already, by their {@code externalId}, is
 * always linked with that one.
 *
 * @param whenMatched what to do with somebody whom one Okta user matches
 * @param whenTaken what to do with somebody who would be created with a login that another Okta user has
 * @param corrects whether Okta gets the assigned number and extension with the import, and names without what it cannot
 *     store
 */
public record HookSettings(WhenMatched whenMatched, WhenTaken whenTaken, boolean corrects) {

    /** The id under which events tell of changes of these settings. */
    public static final String RESOURCE = "import-hook";

    private static final Sql READ = Sql.of("select when_matched, when_taken, corrects from import_hook");
    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());

    /** What to do with somebody whom one Okta user matches. */
    public enum WhenMatched {
        /** They are linked with that user. */
        LINK,
        /** They become a new Okta user. */
        CREATE,
        /** What the import settings in Okta say. */
        LEAVE
    }

    /** What to do about a login that is taken in Okta. */
    public enum WhenTaken {
        /** Another login is chosen for the new user. */
        RENAME,
        /** What Okta does by itself: an administrator has to see to it there. */
        LEAVE
    }

    static HookSettings read(DataSource dataSource) {
        return READ.list(
                        dataSource,
                        row -> new HookSettings(
                                WhenMatched.valueOf(row.getString(1)),
                                WhenTaken.valueOf(row.getString(2)),
                                row.getBoolean(3)))
                .get(0);
    }

    JsonObject described() {
        return JSON.createObjectBuilder()
                .add("whenMatched", whenMatched.name())
                .add("whenTaken", whenTaken.name())
                .add("corrects", corrects)
                .build();
    }
}
